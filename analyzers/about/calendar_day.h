#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/about/date_finder.h"

namespace mahdar {

/// A day of the Gregorian calendar, for arithmetic.
using CalendarDay = std::chrono::sys_days;

/// None where there is no such day.
std::optional<CalendarDay> calendar_day(int year, int month, int day);

/// "YYYY-MM-DD" at the beginning of `iso`.
std::optional<CalendarDay> parse_day(std::string_view iso);

/// "YYYY-MM-DD".
std::string format_day(CalendarDay day);
/// "YYYY-MM".
std::string format_month(CalendarDay day);

/// 1 Monday … 7 Sunday.
int weekday_of(CalendarDay day);

/// Days from `from` to `to`.
int days_between(CalendarDay from, CalendarDay to);

/// First and last day of a mention, read on the day `base`: what the text leaves out (year, month) is what
/// brings the mention nearest to the base, on the side that "الماضي" or "المقبل" says. None where the mention
/// has no day.
struct DaySpan {
  CalendarDay first;
  CalendarDay last;
};
std::optional<DaySpan> days_of(const DateMention& mention, CalendarDay base);

}  // namespace mahdar
