#pragma once

#include <cstdint>
#include <optional>

#include "analyzers/about/date_scanner.h"

namespace mahdar {

/// One day of a month or several: "4", "الـ14-15", "30 و31", "الرابع عشر والخامس عشر".
struct DayExpression {
  int first = 0;
  int last = 0;           ///< 0 where there is but one
  bool in_words = false;  ///< ordinal words, which are days only before "من" and a month
  std::size_t end = 0;    ///< token behind it
};

/// The days that begin at token `i`, as many as hang together.
std::optional<DayExpression> read_days(const DateScanner& scanner, std::size_t i);

}  // namespace mahdar
