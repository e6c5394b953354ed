#include "analyzers/about/numeric_date.h"

#include <chrono>
#include <utility>

namespace mahdar {

namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr int kFirstHijriYear = 1300;
constexpr int kLastHijriYear = 1500;
constexpr int kMonths = 12;
constexpr int kLongestHijriMonth = 30;

struct Figures {
  int first = 0;
  int second = 0;
  int third = 0;
};

/// Three numbers with the same sign between them.
std::optional<Figures> read_figures(const DateScanner& scanner, std::size_t i) {
  const auto second = scanner.number(i + 1);
  if (!second) return std::nullopt;  // of most numbers
  const auto first = scanner.number(i);
  const auto third = scanner.number(i + 2);
  if (!first || !third || !scanner.same_line(i + 1) || !scanner.same_line(i + 2)) return std::nullopt;
  const std::string_view sign = scanner.separator(i + 1);
  if (sign != scanner.separator(i + 2) || (!is_dash(sign) && !is_slash(sign) && sign != "."))
    return std::nullopt;
  return Figures{*first, *second, *third};
}

bool exists(const CalendarDate& date) {
  using namespace std::chrono;
  return date.year >= kFirstYear && date.year <= kLastYear && date.month >= 1 && date.day >= 1 &&
         year_month_day(year(date.year), month(static_cast<unsigned>(date.month)),
                        day(static_cast<unsigned>(date.day)))
             .ok();
}

bool exists_hijri(const CalendarDate& date) {
  return date.year >= kFirstHijriYear && date.year <= kLastHijriYear && date.month >= 1 &&
         date.month <= kMonths && date.day >= 1 && date.day <= kLongestHijriMonth;
}

}  // namespace

std::optional<DatedTokens> read_numeric_date(const DateScanner& scanner, std::size_t i) {
  const auto figures = read_figures(scanner, i);
  if (!figures) return std::nullopt;
  CalendarDate date{figures->third, figures->second, figures->first};
  if (figures->first >= kFirstYear) date = {figures->first, figures->second, figures->third};
  if (date.month > kMonths) std::swap(date.month, date.day);
  return exists(date) ? std::optional(DatedTokens{date, i + 3}) : std::nullopt;
}

std::optional<DatedTokens> read_hijri_date(const DateScanner& scanner, std::size_t i) {
  DatedTokens found;
  if (const auto figures = read_figures(scanner, i)) {
    found = {{figures->third, figures->second, figures->first}, i + 3};
    if (figures->first >= kFirstHijriYear) std::swap(found.date.year, found.date.day);
  } else {
    const auto day = scanner.day(i);
    if (!day) return std::nullopt;
    std::size_t at = i + 1;
    if (scanner.word(at, DateWord::kOf) && scanner.follows(at)) ++at;
    const auto month = scanner.word(at, DateWord::kMonth);
    if (!month || month->calendar != CalendarName::kHijri || !scanner.same_line(at)) return std::nullopt;
    at += month->words;
    const auto year = scanner.same_line(at) ? scanner.number(at) : std::nullopt;
    if (!year) return std::nullopt;
    found = {{*year, month->value, *day}, at + 1};
  }
  if (!exists_hijri(found.date)) return std::nullopt;
  if (scanner.follows(found.end) && scanner.word(found.end, DateWord::kHijriEra)) ++found.end;
  return found;
}

}  // namespace mahdar
