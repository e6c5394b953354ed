#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzers/about/day_clue.h"

namespace mahdar {

/// A day the article may have been written on, and what speaks for it.
struct DayCandidate {
  CalendarDay day;
  double score = 0;
};

/// Without clues, an article about a round was written while it lasted or shortly after.
double prior_of_day(CalendarDay day, const std::vector<RoundDays>& rounds);

/// Days worth weighing, the best first: around the rounds and around every date that can be told in full.
std::vector<DayCandidate> rank_days(const std::vector<DayClue>& clues, const std::vector<RoundDays>& rounds);

/// What the days of at least a score have in common: month, year or nothing. `ranked` is not empty.
std::string common_date(const std::vector<DayCandidate>& ranked, double least);

/// The later of two neighbouring days where all days of at least a score are these two. `ranked` is not
/// empty.
std::optional<CalendarDay> to_a_day(const std::vector<DayCandidate>& ranked, double least);

}  // namespace mahdar
