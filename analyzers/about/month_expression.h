#pragma once

#include <cstdint>
#include <optional>

#include "analyzers/about/date_scanner.h"

namespace mahdar {

/// A month with what belongs to it: second name, year, "الماضي".
struct MonthExpression {
  int month = 0;        ///< 0: "الشهر الماضي"
  int other_month = 0;  ///< of a pair that disagrees
  int year = 0;
  int day = 0;  ///< where it follows the month: "November 21, 2022"
  std::optional<int> direction;
  CalendarName calendar = CalendarName::kNone;
  bool needs_company = false;  ///< its name alone is no proof
  std::size_t end = 0;         ///< token behind it
};

/// The month that begins at token `i`: a name with its twin ("تشرين الأول/أكتوبر", "مارس (آذار)"), also after
/// "شهر", or "الشهر" with a direction.
std::optional<MonthExpression> read_month(const DateScanner& scanner, std::size_t i);

/// The year at `i`, bare or after "عام": value and token behind it.
struct YearExpression {
  int year = 0;
  std::size_t end = 0;
};
std::optional<YearExpression> read_year(const DateScanner& scanner, std::size_t i);

}  // namespace mahdar
