#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "analyzers/about/date_lexicon.h"
#include "analyzers/text/token.h"

namespace mahdar {

/// Looks at single tokens with a date reader's eyes. Indices may lie behind the end: nothing stands there.
class DateScanner {
 public:
  explicit DateScanner(const TokenStream& tokens) : tokens_(tokens), lexicon_(DateLexicon::instance()) {}

  const TokenStream& tokens() const { return tokens_; }
  std::size_t size() const { return tokens_.size(); }

  /// Whether a date may begin with token `i`.
  bool may_begin(std::size_t i) const {
    return tokens_[i].kind == TokenKind::kNumber || lexicon_.may_begin(tokens_[i]);
  }

  /// Whether no word of a date and no number stands beside token `i`: a number is no date then.
  bool alone(std::size_t i) const {
    return (i == 0 || !may_begin(i - 1)) && (i + 1 == size() || !may_begin(i + 1));
  }

  std::optional<DateLexeme> word(std::size_t i) const { return lexicon_.at(tokens_, i); }
  /// The lexeme at `i` where it is one of `kind`.
  std::optional<DateLexeme> word(std::size_t i, DateWord kind) const;

  /// The value of a number of up to four digits.
  std::optional<int> number(std::size_t i) const;
  /// A number from 1900 to 2100.
  std::optional<int> year(std::size_t i) const;
  /// A number from 1 to 31.
  std::optional<int> day(std::size_t i) const;

  /// Whether the token is written with و in front ("و31", "والـ24", "والخامس").
  bool has_and(std::size_t i) const;
  /// Whether a number is written with the article ("الـ23").
  bool has_article(std::size_t i) const;

  /// What stands between token `i` and the one before, without blanks.
  std::string_view separator(std::size_t i) const;
  /// Whether the token belongs to the same line as the one before. A date may stand over a full stop, never
  /// over the end of a paragraph.
  bool same_line(std::size_t i) const;
  /// Whether only blanks stand before the token.
  bool follows(std::size_t i) const { return same_line(i) && separator(i).empty(); }

 private:
  const TokenStream& tokens_;
  const DateLexicon& lexicon_;
};

/// Whether a separator is a dash, a slash, one of any kind.
bool is_dash(std::string_view separator);
bool is_slash(std::string_view separator);
bool is_comma(std::string_view separator);

}  // namespace mahdar
