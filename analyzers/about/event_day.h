#pragma once

#include <string>
#include <vector>

#include "analyzers/about/day_clue.h"
#include "analyzers/about/reading.h"

namespace mahdar {

/// The day an article reports, in the form of DateInfo::event: the first day its title and lead name, seen
/// from `published`; without one, the day of the round that was under way, its end where that is told. A
/// stamp or dateline tells when a text was written, not what it reports. Empty where nothing is known.
std::string event_date(const Reading& reading, const std::vector<RoundDays>& rounds,
                       const std::string& published);

}  // namespace mahdar
