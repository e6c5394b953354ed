#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace mahdar {

enum class TokenKind : std::uint8_t { kArabic, kLatin, kNumber, kOther };

/// What stands between a token and the one before it, strongest first.
enum class Gap : std::uint8_t { kParagraph, kSentence, kClause, kSpace, kJoined };

/// Token::marks of words that were looked up nowhere: they may begin anything.
inline constexpr std::uint32_t kUnmarked = ~std::uint32_t{0};

/// One word. `begin` and `end` are bytes in the original text and no filter edits them, so that highlights
/// land on whole original words. The views point into the text or into the stream that owns the token.
struct Token {
  std::string_view surface;         ///< text[begin, end)
  std::string_view exact;           ///< cleaned: marks and tatweel out, digits 0-9, letters kept distinct
  std::string_view folded;          ///< أإآٱ → ا, ى → ي, ة → ه …
  std::string_view stem;            ///< for matching and ranking; aliases of a name share one
  std::uint64_t hash = 0;           ///< hash_word(folded), for table look-ups
  std::uint32_t stem_hash = 0;      ///< hash_stem(stem)
  std::uint32_t marks = kUnmarked;  ///< lexicons in which a phrase begins with this word (WordMarks)
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t position = 0;  ///< 1-based; stop words keep theirs
  TokenKind kind = TokenKind::kOther;
  Gap gap = Gap::kSpace;  ///< before this token
  bool stop = false;      ///< a stop word: matched in phrases, left out of ranking
};

/// The hash in Token::hash. Stable within one run only.
std::uint64_t hash_word(std::string_view folded);

/// The hash in Token::stem_hash.
std::uint32_t hash_stem(std::string_view stem);

/// The tokens of one text and the memory their views point to. The text itself must outlive it. Movable, not
/// copyable.
class TokenStream {
 public:
  TokenStream();
  const std::vector<Token>& tokens() const { return tokens_; }
  std::size_t size() const { return tokens_.size(); }
  const Token& operator[](std::size_t i) const { return tokens_[i]; }

  /// Lists the tokens of every mark, so that who looks for one visits no others.
  void list_marks();

  /// Whether list_marks() was called.
  bool lists_marks() const { return lists_marks_; }

  /// Whether a token carries the mark of a bit's number. Only where the marks are listed.
  bool any_marked(int bit) const {
    return std::ranges::any_of(marked_, [&](const MarkedTokens& block) { return block[number(bit)] != 0; });
  }

  /// Calls visit(i) for the tokens, ascending, that carry the mark of a bit's number. Only where the marks
  /// are listed.
  template <typename Visit>
  void for_each_marked(int bit, const Visit& visit) const {
    std::uint32_t first = 0;
    for (const MarkedTokens& block : marked_) {
      for (std::uint32_t tokens = block[number(bit)]; tokens != 0; tokens &= tokens - 1)
        visit(first + static_cast<std::uint32_t>(std::countr_zero(tokens)));
      first += kBlock;
    }
  }

 private:
  friend class Analyzer;
  static constexpr std::size_t kBlock = 32;  ///< as many tokens as there are marks: a square of bits
  /// Of so many tokens one after the other, by mark, a bit for each that carries it.
  using MarkedTokens = std::array<std::uint32_t, kBlock>;
  static std::size_t number(int bit) { return static_cast<std::size_t>(bit); }

  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;
  std::vector<Token> tokens_;
  std::vector<MarkedTokens> marked_;
  bool lists_marks_ = false;
};

}  // namespace mahdar
