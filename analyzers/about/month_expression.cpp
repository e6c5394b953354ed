#include "analyzers/about/month_expression.h"

namespace mahdar {

namespace {

bool opens_bracket(std::string_view separator) {
  return separator.ends_with('(');
}

/// Takes further names of the same month; of a pair that disagrees keeps both numbers.
void read_twins(const DateScanner& scanner, MonthExpression& month) {
  constexpr int kMostTwins = 3;  // "كانون الأول (ديسمبر - دجنبر)" has two
  for (int twins = 0; twins < kMostTwins && scanner.same_line(month.end); ++twins) {
    const auto twin = scanner.word(month.end, DateWord::kMonth);
    const std::string_view separator = scanner.separator(month.end);
    const bool strong = is_slash(separator) || opens_bracket(separator);
    const bool weak = separator.empty() || is_dash(separator) || is_comma(separator);
    if (!twin || scanner.has_and(month.end) || (!strong && !weak)) return;
    if (twin->value != month.month) {
      const bool pair = strong && twin->calendar != month.calendar && month.other_month == 0;
      if (!pair || twin->calendar == CalendarName::kHijri || month.calendar == CalendarName::kHijri) return;
      month.other_month = twin->value;
    }
    month.needs_company = false;
    month.end += twin->words;
  }
}

/// "23, 2024" after an English or copied English order.
void read_following_day(const DateScanner& scanner, MonthExpression& month) {
  const auto day = scanner.follows(month.end) ? scanner.day(month.end) : std::nullopt;
  if (!day) return;
  std::size_t at = month.end + 1;
  if (scanner.follows(at) && scanner.word(at, DateWord::kDaySuffix)) ++at;
  const std::string_view separator = scanner.separator(at);
  const auto year =
      scanner.same_line(at) && (separator.empty() || is_comma(separator)) ? scanner.year(at) : std::nullopt;
  if (!year) return;
  month.day = *day;
  month.year = *year;
  month.end = at + 1;
}

void read_year_of(const DateScanner& scanner, MonthExpression& month) {
  if (!scanner.same_line(month.end)) return;
  const std::string_view separator = scanner.separator(month.end);
  const bool apart = !separator.empty() && separator != ")" && separator != "." && !is_dash(separator) &&
                     !is_slash(separator) && !is_comma(separator);
  if (apart) return;
  std::size_t at = month.end;
  if (scanner.word(at, DateWord::kOf) && scanner.follows(at + 1)) ++at;
  const auto year = read_year(scanner, at);
  if (!year || (scanner.has_and(at) && separator.empty())) return;
  month.year = year->year;
  month.end = year->end;
}

void read_direction(const DateScanner& scanner, MonthExpression& month) {
  if (!scanner.same_line(month.end)) return;
  const std::string_view separator = scanner.separator(month.end);
  if (!separator.empty() && separator != ")") return;
  const auto direction = scanner.word(month.end, DateWord::kDirection);
  if (!direction || direction->proclitic) return;
  month.direction = direction->value;
  month.end += direction->words;
}

std::optional<MonthExpression> read_unnamed(const DateScanner& scanner, std::size_t i) {
  MonthExpression month;
  if (const auto current = scanner.word(i, DateWord::kThisMonth)) {
    month.direction = 0;
    month.end = i + current->words;
    return month;
  }
  if (!scanner.word(i, DateWord::kTheMonth)) return std::nullopt;
  month.end = i + 1;
  read_direction(scanner, month);
  return month.direction ? std::optional(month) : std::nullopt;
}

}  // namespace

std::optional<YearExpression> read_year(const DateScanner& scanner, std::size_t i) {
  if (scanner.word(i, DateWord::kYearNoun) && scanner.follows(i + 1)) ++i;
  if (const auto year = scanner.year(i)) return YearExpression{*year, i + 1};
  return std::nullopt;
}

std::optional<MonthExpression> read_month(const DateScanner& scanner, std::size_t i) {
  const bool noun = scanner.word(i, DateWord::kMonthNoun) && scanner.follows(i + 1);
  if (noun) ++i;
  const auto name = scanner.word(i, DateWord::kMonth);
  if (!name) return noun ? std::nullopt : read_unnamed(scanner, i);
  MonthExpression month;
  month.month = name->value;
  month.calendar = name->calendar;
  month.needs_company = name->needs_company && !noun;
  month.end = i + name->words;
  read_twins(scanner, month);
  read_following_day(scanner, month);
  if (month.year == 0) read_year_of(scanner, month);
  read_direction(scanner, month);
  return month;
}

}  // namespace mahdar
