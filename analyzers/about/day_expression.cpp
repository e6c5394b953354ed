#include "analyzers/about/day_expression.h"

namespace mahdar {

namespace {

/// One day: a number, with article or English ending, or an ordinal word.
std::optional<DayExpression> read_day(const DateScanner& scanner, std::size_t i) {
  if (const auto article = scanner.word(i, DateWord::kArticle); article && scanner.follows(i + 1)) ++i;
  if (const auto day = scanner.day(i)) {
    const bool suffix = scanner.follows(i + 1) && scanner.word(i + 1, DateWord::kDaySuffix);
    return DayExpression{*day, 0, false, i + (suffix ? 2 : 1)};
  }
  if (const auto ordinal = scanner.word(i, DateWord::kOrdinal))
    return DayExpression{ordinal->value, 0, true, i + ordinal->words};
  return std::nullopt;
}

/// The token at which the next day of the same list begins, or none.
std::optional<std::size_t> next_day(const DateScanner& scanner, std::size_t i) {
  if (!scanner.same_line(i)) return std::nullopt;
  const std::string_view separator = scanner.separator(i);
  if (is_dash(separator) || is_comma(separator)) return i;
  if (is_slash(separator) && scanner.day(i) && scanner.word(i + 1, DateWord::kMonth)) return i;
  if (!separator.empty()) return std::nullopt;
  if (const auto word = scanner.word(i)) {
    const bool connects = word->word == DateWord::kAnd || word->word == DateWord::kUntil;
    if (connects && (scanner.follows(i + 1) || is_dash(scanner.separator(i + 1)))) return i + 1;
  }
  return scanner.has_and(i) ? std::optional(i) : std::nullopt;
}

}  // namespace

std::optional<DayExpression> read_days(const DateScanner& scanner, std::size_t i) {
  std::optional<DayExpression> days = read_day(scanner, i);
  while (days) {
    const auto next = next_day(scanner, days->end);
    const auto day = next ? read_day(scanner, *next) : std::nullopt;
    if (!day || day->in_words != days->in_words || day->first <= std::max(days->first, days->last)) break;
    days->last = day->first;
    days->end = day->end;
  }
  return days;
}

}  // namespace mahdar
