#pragma once

#include <optional>

namespace mahdar {

struct CalendarDate {
  int year = 0;
  int month = 0;
  int day = 0;
  bool operator==(const CalendarDate&) const = default;
};

/// The Gregorian day of a Hijri one by the Umm al-Qura calendar; where a country goes by the sighted moon it
/// may be one day off. None for a date that calendar lacks. Thread-safe.
std::optional<CalendarDate> gregorian_of_hijri(const CalendarDate& hijri);

}  // namespace mahdar
