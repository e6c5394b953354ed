#include "analyzers/about/calendar_day.h"

#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

namespace mahdar {

using std::chrono::days;
using std::chrono::year_month_day;

namespace {

std::optional<int> digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return std::nullopt;
  int value = 0;
  const char* end = text.data() + at + count;
  const auto [stop, error] = std::from_chars(text.data() + at, end, value);
  return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

void write_digits(std::string& text, std::size_t at, std::size_t count, unsigned value) {
  for (std::size_t i = count; i-- > 0; value /= 10) text[at + i] = static_cast<char>('0' + value % 10);
}

/// Whether `day` lies on the side of `base` that `direction` says.
bool on_side(CalendarDay day, CalendarDay base, int direction) {
  return direction == 0 || (direction < 0 ? day < base : day > base);
}

void take_nearer(std::optional<CalendarDay>& best, std::optional<CalendarDay> day, CalendarDay base,
                 int direction) {
  if (!day || !on_side(*day, base, direction)) return;
  if (!best || std::abs(days_between(base, *day)) < std::abs(days_between(base, *best))) best = day;
}

std::optional<CalendarDay> nearest_day(const DateMention& mention, int month, CalendarDay base) {
  const auto base_year = static_cast<int>(year_month_day(base).year());
  if (mention.year != 0) return calendar_day(mention.year, month, mention.day);
  std::optional<CalendarDay> best;
  for (int year = base_year - 1; year <= base_year + 1; ++year)
    take_nearer(best, calendar_day(year, month, mention.day), base, mention.direction);
  return best;
}

/// The day in the month before, of or after the base's, as the direction says.
std::optional<CalendarDay> day_of_near_month(const DateMention& mention, CalendarDay base) {
  const year_month_day date(base);
  const auto month = date.year() / date.month() + std::chrono::months(mention.direction);
  return calendar_day(static_cast<int>(month.year()), static_cast<int>(static_cast<unsigned>(month.month())),
                      mention.day);
}

}  // namespace

std::optional<CalendarDay> calendar_day(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  const year_month_day date(std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)});
  return date.ok() ? std::optional(CalendarDay(date)) : std::nullopt;
}

std::optional<CalendarDay> parse_day(std::string_view iso) {
  const auto year = digits_at(iso, 0, 4);
  const auto month = digits_at(iso, 5, 2);
  const auto day = digits_at(iso, 8, 2);
  if (!year || !month || !day || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  return calendar_day(*year, *month, *day);
}

std::string format_day(CalendarDay day) {
  const year_month_day date(day);
  const int year = static_cast<int>(date.year());
  if (year < 0 || year > 9999)
    return fmt::format("{:04}-{:02}-{:02}", year, static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
  std::string text = "0000-00-00";
  write_digits(text, 0, 4, static_cast<unsigned>(year));
  write_digits(text, 5, 2, static_cast<unsigned>(date.month()));
  write_digits(text, 8, 2, static_cast<unsigned>(date.day()));
  return text;
}

std::string format_month(CalendarDay day) {
  return format_day(day).substr(0, 7);
}

int weekday_of(CalendarDay day) {
  return static_cast<int>(std::chrono::weekday(day).iso_encoding());
}

int days_between(CalendarDay from, CalendarDay to) {
  return static_cast<int>((to - from).count());
}

std::optional<DaySpan> days_of(const DateMention& mention, CalendarDay base) {
  if (mention.day == 0) return std::nullopt;
  std::optional<CalendarDay> first;
  if (mention.month == 0) {
    first = day_of_near_month(mention, base);
  } else {
    take_nearer(first, nearest_day(mention, mention.month, base), base, 0);
    if (mention.other_month != 0)
      take_nearer(first, nearest_day(mention, mention.other_month, base), base, 0);
  }
  if (!first) return std::nullopt;
  const int length = mention.end_day != 0 ? mention.end_day - mention.day : 0;
  return DaySpan{*first, *first + days(length)};
}

}  // namespace mahdar
