#pragma once

#include <cstdint>
#include <optional>

#include "analyzers/about/date_scanner.h"
#include "analyzers/about/hijri_calendar.h"

namespace mahdar {

struct DatedTokens {
  CalendarDate date;
  std::size_t end = 0;  ///< token behind it
};

/// A Gregorian date in figures at token `i`: "26-4-2019", "2021.02.16", "04 . 07 . 2017". Day before month,
/// unless the year comes first or the middle number can be no month.
std::optional<DatedTokens> read_numeric_date(const DateScanner& scanner, std::size_t i);

/// A Hijri date at token `i`, in figures or with the month's name: "7/3/1429 هـ", "29 شوال 1446 هـ".
std::optional<DatedTokens> read_hijri_date(const DateScanner& scanner, std::size_t i);

}  // namespace mahdar
