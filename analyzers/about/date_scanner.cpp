#include "analyzers/about/date_scanner.h"

#include <algorithm>
#include <array>

#include "analyzers/text/token_gap.h"

namespace mahdar {

namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr int kLongestMonth = 31;

template <std::size_t size>
bool one_of(std::string_view separator, const std::array<std::string_view, size>& marks) {
  return std::find(marks.begin(), marks.end(), separator) != marks.end();
}

/// Blanks, no-break spaces and marks of direction say nothing.
std::string_view trim_blanks(std::string_view text) {
  constexpr std::array<std::string_view, 6> kBlanks{" ", "\t", "\u00A0", "\u200E", "\u200F", "\u202F"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view blank : kBlanks) {
      for (; text.starts_with(blank); cut = true) text.remove_prefix(blank.size());
      for (; text.ends_with(blank); cut = true) text.remove_suffix(blank.size());
    }
  }
  return text;
}

/// The letters before the digits of a number's token.
std::string_view clitics_of(const Token& token) {
  constexpr std::string_view kAnd = "و";
  constexpr std::string_view kArticle = "ال";
  std::string_view surface = token.surface;
  if (surface.starts_with(kAnd)) surface.remove_prefix(kAnd.size());
  return surface.starts_with(kArticle) ? surface.substr(0, kArticle.size()) : std::string_view();
}

}  // namespace

bool is_dash(std::string_view separator) {
  constexpr std::array<std::string_view, 5> kDashes{"-", "–", "—", "‐", "ـ"};
  return one_of(separator, kDashes);
}

bool is_slash(std::string_view separator) {
  constexpr std::array<std::string_view, 3> kSlashes{"/", "\\", "|"};
  return one_of(separator, kSlashes);
}

bool is_comma(std::string_view separator) {
  constexpr std::array<std::string_view, 3> kCommas{"،", ",", "؛"};
  return one_of(separator, kCommas);
}

std::optional<DateLexeme> DateScanner::word(std::size_t i, DateWord kind) const {
  const std::optional<DateLexeme> found = word(i);
  return found && found->word == kind ? found : std::nullopt;
}

std::optional<int> DateScanner::number(std::size_t i) const {
  constexpr std::size_t kMostDigits = 4;
  if (i >= size() || tokens_[i].kind != TokenKind::kNumber) return std::nullopt;
  const std::string_view digits = tokens_[i].folded;
  int value = 0;
  if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> DateScanner::year(std::size_t i) const {
  const std::optional<int> value = number(i);
  return value && *value >= kFirstYear && *value <= kLastYear ? value : std::nullopt;
}

std::optional<int> DateScanner::day(std::size_t i) const {
  constexpr std::size_t kMostDigits = 2;
  const std::optional<int> value = number(i);
  if (!value || tokens_[i].folded.size() > kMostDigits) return std::nullopt;
  return *value >= 1 && *value <= kLongestMonth ? value : std::nullopt;
}

bool DateScanner::has_and(std::size_t i) const {
  return i < size() && tokens_[i].surface.starts_with("و");
}

bool DateScanner::has_article(std::size_t i) const {
  return i < size() && !clitics_of(tokens_[i]).empty();
}

std::string_view DateScanner::separator(std::size_t i) const {
  if (i == 0 || i >= size()) return {};
  const std::string_view between = text_between(tokens_[i - 1], tokens_[i]);
  const bool plain = between.empty() || (between.size() == 1 && between.front() == ' ');
  return plain ? std::string_view() : trim_blanks(between);
}

bool DateScanner::same_line(std::size_t i) const {
  return i > 0 && i < size() && tokens_[i].gap != Gap::kParagraph;
}

}  // namespace mahdar
