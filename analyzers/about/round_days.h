#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/about/date_finder.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// "YYYY-MM-DD" as a day; nothing for shorter or broken dates.
std::optional<std::chrono::sys_days> day_of(std::string_view date);

/// First and last day of a round.
struct RoundDays {
  std::chrono::sys_days start, end;
  std::chrono::year_month_day first() const { return start; }
};

/// How a date in a text fits a round.
enum class DateFit { kNone, kMonth, kMonthAndYear, kDay, kDayAndYear };

/// A day fits where the mention and the round share one; a mention without a year fits in any.
DateFit fit(const DateMention& mention, const RoundDays& round);

/// Whether a mention of several days names the round's first and last.
bool same_days(const DateMention& mention, const RoundDays& round);

/// Days of the taxonomy's rounds, in its order.
std::vector<RoundDays> round_days(const Taxonomy& taxonomy);

}  // namespace mahdar
