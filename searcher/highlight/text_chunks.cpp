#include "searcher/highlight/text_chunks.h"

#include <algorithm>

namespace mahdar {
namespace {

constexpr std::size_t kSignBytes = 16;  ///< signs taken along before the first and behind the last word

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

class ChunkMaker {
 public:
  ChunkMaker(std::string_view text, const std::vector<Token>& tokens, const std::vector<std::uint32_t>& ends)
      : text_(text), tokens_(tokens), ends_(ends) {}

  std::vector<TextChunk> make(std::size_t longest) {
    std::vector<TextChunk> chunks;
    chunks.reserve(tokens_.size());
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      const TextChunk word = chunk_of(i);
      if (tokens_[i].gap == Gap::kJoined && !chunks.empty() &&
          word.behind - chunks.back().before <= longest) {
        chunks.back().end_token = i + 1;
        chunks.back().range.end = word.range.end;
        chunks.back().behind = word.behind;
      } else {
        chunks.push_back(word);
      }
    }
    return chunks;
  }

 private:
  TextChunk chunk_of(std::uint32_t i) {
    TextChunk chunk{i, i + 1, {}, 0, 0, tokens_[i].gap};
    const std::size_t begin = begin_of(i);
    const std::size_t end = end_of(i);
    // Tokens ascend, and so do the graphemes that hold their ends.
    while (at_ > 0 && ends_[at_ - 1] > begin) --at_;
    while (at_ < ends_.size() && ends_[at_] <= begin) ++at_;
    chunk.before = static_cast<std::uint32_t>(at_);
    chunk.range.begin = at_ == 0 ? 0 : ends_[at_ - 1];
    while (at_ + 1 < ends_.size() && ends_[at_] < end) ++at_;
    chunk.behind = static_cast<std::uint32_t>(at_ + 1);
    chunk.range.end = ends_[at_];
    return chunk;
  }

  std::size_t begin_of(std::size_t token) const {
    const std::size_t word = tokens_[token].begin;
    std::size_t floor = token == 0 ? 0 : tokens_[token - 1].end;
    if (word - floor > kSignBytes) floor = word - kSignBytes;
    std::size_t begin = word;
    while (begin > floor && !is_blank(text_[begin - 1])) --begin;
    while ((text_[begin] & 0xC0) == 0x80) ++begin;
    return begin;
  }

  std::size_t end_of(std::size_t token) const {
    const std::size_t word = tokens_[token].end;
    std::size_t ceiling = token + 1 < tokens_.size() ? tokens_[token + 1].begin : text_.size();
    ceiling = std::min(ceiling, word + kSignBytes);
    std::size_t end = word;
    while (end < ceiling && !is_blank(text_[end])) ++end;
    while (end > word && end < text_.size() && (text_[end] & 0xC0) == 0x80) --end;
    return end;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<std::uint32_t>& ends_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<TextChunk> chunks_of(std::string_view text, const std::vector<Token>& tokens,
                                 const std::vector<std::uint32_t>& ends, std::size_t longest) {
  return ChunkMaker(text, tokens, ends).make(longest);
}

}  // namespace mahdar
