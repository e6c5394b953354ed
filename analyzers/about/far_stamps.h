#pragma once

#include <vector>

#include "analyzers/about/day_clue.h"

namespace mahdar {

/// Takes out stamps more than 60 days from every other date of the text: pages carry the date they were
/// fetched on. The rounds' days are such dates only for a stamp above the headline, or where the text tells
/// dates of its own or the rounds' days as today's: previews and looks back are written far from them.
void drop_far_stamps(std::vector<DayClue>& clues, const std::vector<RoundDays>& rounds);

}  // namespace mahdar
