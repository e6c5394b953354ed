#include "searcher/highlight/snippet.h"

#include <algorithm>
#include <map>

#include "analyzers/text/grapheme.h"

namespace mahdar {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kPunctuationBytes =
    16;  ///< signs taken along before the first and behind the last word

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

constexpr bool continues(char c) {
  return (c & 0xC0) == 0x80;
}

/// Whether the character at `at` is a mark above or below Arabic letters (U+064B to U+065F, U+0670).
bool is_vowel_mark(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || text[at] != '\xD9') return false;
  const auto low = static_cast<unsigned char>(text[at + 1]);
  return (low >= 0x8B && low <= 0x9F) || low == 0xB0;
}

/// Part of a text by tokens, half-open.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class SnippetMaker {
 public:
  SnippetMaker(std::string_view text, std::uint32_t title_end, const TokenStream& tokens,
               std::span<const Mark> marks, std::span<const MatchTarget> targets, std::uint32_t graphemes)
      : text_(text),
        tokens_(tokens.tokens()),
        marks_(marks),
        targets_(targets),
        budget_(std::max(graphemes, 20U)) {
    while (body_ < tokens_.size() && tokens_[body_].begin < title_end) ++body_;
    if (body_ == tokens_.size()) body_ = 0;
    const auto in_body = std::ranges::find_if(marks_, [&](const Mark& mark) { return mark.token >= body_; });
    if (in_body != marks_.end()) {
      marks_ = marks_.subspan(static_cast<std::size_t>(in_body - marks_.begin()));
    } else if (!marks_.empty()) {
      body_ = 0;
    }
  }

  Snippet make() {
    if (tokens_.empty()) return {};
    count_letters();
    return cut(grown(best_marks()));
  }

 private:
  /// Counts characters up to each word's ends, without marks above letters: near enough to choose a window
  /// by.
  void count_letters() {
    std::size_t at = 0;
    std::size_t count = 0;
    const auto count_to = [&](std::size_t end) {
      for (; at < end; ++at) count += !continues(text_[at]) && !is_vowel_mark(text_, at) ? 1U : 0U;
      return count;
    };
    for (const Token& token : tokens_) {
      before_.push_back(count_to(token.begin));
      behind_.push_back(count_to(token.end));
    }
  }

  std::size_t letters(std::size_t begin, std::size_t end) const {
    return end <= begin ? 0 : behind_[end - 1] - before_[begin];
  }

  bool starts_sentence(std::size_t token) const {
    return token == body_ || token == 0 || tokens_[token].gap <= Gap::kSentence;
  }

  std::uint32_t query_word(const Mark& mark) const { return targets_[mark.target].query_range.begin; }

  /// The tokens from the first to the last mark of the best stretch that fits.
  Window best_marks() const {
    if (marks_.empty()) return {body_, body_};
    std::map<std::uint32_t, unsigned> inside;
    Window best;
    double best_score = -1;
    std::size_t last = 0;
    for (std::size_t first = 0; first < marks_.size(); ++first) {
      while (last < marks_.size() &&
             (last <= first || letters(marks_[first].token, marks_[last].token + 1) <= budget_)) {
        if (last >= first) ++inside[query_word(marks_[last])];
        ++last;
      }
      const std::size_t span = letters(marks_[first].token, marks_[last - 1].token + 1);
      const double score = static_cast<double>(inside.size()) * 10 +
                           static_cast<double>(std::min<std::size_t>(last - first, 8)) * 0.5 -
                           static_cast<double>(span) / static_cast<double>(budget_) +
                           (starts_sentence(marks_[first].token) ? 0.4 : 0);
      if (score > best_score) {
        best_score = score;
        best = {marks_[first].token, marks_[last - 1].token + 1U};
      }
      auto leaving = inside.find(query_word(marks_[first]));
      if (leaving != inside.end() && --leaving->second == 0) inside.erase(leaving);
    }
    return best;
  }

  /// The window widened to its sentence's beginning, or by some words, then to the right as far as it goes.
  Window grown(Window window) const {
    std::size_t start = window.begin;
    while (start > body_ && letters(start - 1, window.end) <= budget_ && !starts_sentence(start)) --start;
    if (!starts_sentence(start)) {
      start = window.begin;
      const std::size_t context =
          (budget_ - std::min<std::size_t>(budget_, letters(window.begin, window.end))) / 3;
      while (start > body_ && letters(start - 1, window.begin) <= context) --start;
    }
    window.begin = start;
    while (window.end < tokens_.size() && letters(window.begin, window.end + 1) <= budget_) ++window.end;
    if (window.end == window.begin) ++window.end;
    // Room left over at the article's end is spent on what goes before.
    if (window.end == tokens_.size())
      while (window.begin > body_ && letters(window.begin - 1, window.end) <= budget_) --window.begin;
    return exact_fit(window);
  }

  /// Counts real grapheme clusters and gives back words at the end, or before the first mark, where there are
  /// too many.
  Window exact_fit(Window window) const {
    const std::size_t begin = tokens_[window.begin].begin;
    const auto slice = text_.substr(begin, tokens_[window.end - 1].end - begin);
    const auto ends = grapheme_ends(slice);
    if (ends.size() > budget_) {
      const std::size_t last = begin + ends[budget_ - 1];
      while (window.end > window.begin + 1 && tokens_[window.end - 1].end > last) --window.end;
    }
    // Parts of one written word (أستانة8) stay together.
    while (window.begin > body_ && tokens_[window.begin].gap == Gap::kJoined) --window.begin;
    while (window.end < tokens_.size() && tokens_[window.end].gap == Gap::kJoined) ++window.end;
    return window;
  }

  std::size_t begin_byte(std::size_t token) const {
    const std::size_t word = tokens_[token].begin;
    std::size_t floor = token == 0 ? 0 : tokens_[token - 1].end;
    if (word - floor > kPunctuationBytes) floor = word - kPunctuationBytes;
    while (continues(text_[floor])) ++floor;
    std::size_t begin = word;
    while (begin > floor && !is_blank(text_[begin - 1])) --begin;
    return begin;
  }

  std::size_t end_byte(std::size_t token) const {
    const std::size_t word = tokens_[token].end;
    std::size_t ceiling = token + 1 < tokens_.size() ? tokens_[token + 1].begin : text_.size();
    ceiling = std::min(ceiling, word + kPunctuationBytes);
    while (ceiling > word && ceiling < text_.size() && continues(text_[ceiling])) --ceiling;
    std::size_t end = word;
    while (end < ceiling && !is_blank(text_[end])) ++end;
    return end;
  }

  Snippet cut(Window window) const {
    Snippet snippet;
    const std::size_t begin = begin_byte(window.begin);
    const std::size_t end = end_byte(window.end - 1);
    if (!starts_sentence(window.begin)) snippet.text = kEllipsis;
    const std::size_t shift = snippet.text.size();
    snippet.text += text_.substr(begin, end - begin);
    for (char& c : snippet.text)
      if (is_blank(c)) c = ' ';
    const bool cut_off = window.end < tokens_.size() && !starts_sentence(window.end);
    if (cut_off) snippet.text += kEllipsis;
    for (const Mark& mark : marks_) {
      const Token& token = tokens_[mark.token];
      if (mark.token < window.begin || mark.token >= window.end) continue;
      snippet.highlights.push_back({static_cast<std::uint32_t>(token.begin - begin + shift),
                                    static_cast<std::uint32_t>(token.end - begin + shift)});
    }
    return snippet;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::span<const Mark> marks_;
  std::span<const MatchTarget> targets_;
  std::size_t budget_;
  std::vector<std::size_t> before_;
  std::vector<std::size_t> behind_;
  std::size_t body_ = 0;  ///< first token the snippet may begin with
};

}  // namespace

Snippet make_snippet(std::string_view text, std::uint32_t title_end, const TokenStream& tokens,
                     std::span<const Mark> marks, std::span<const MatchTarget> targets,
                     std::uint32_t graphemes) {
  return SnippetMaker(text, title_end, tokens, marks, targets, graphemes).make();
}

}  // namespace mahdar
