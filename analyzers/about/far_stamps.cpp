#include "analyzers/about/far_stamps.h"

#include <algorithm>
#include <cstdlib>

namespace mahdar {

namespace {

bool far_from(CalendarDay day, const std::vector<CalendarDay>& others) {
  constexpr int kFar = 60;
  return std::ranges::none_of(others,
                              [&](CalendarDay other) { return std::abs(days_between(other, day)) <= kFar; });
}

/// The dates told with their year, but for those of the background.
std::vector<CalendarDay> days_told(const std::vector<DayClue>& clues) {
  constexpr double kOfBackground = 0.1;
  std::vector<CalendarDay> told;
  for (const DayClue& clue : clues)
    if (clue.kind != DayClue::Kind::kStamp && clue.mention.year != 0 && clue.weight > kOfBackground)
      if (const auto span = days_of(clue.mention, CalendarDay())) told.push_back(span->first);
  return told;
}

/// Whether the text tells a round's days with "اليوم" or "أمس".
bool tells_round_of_the_day(const std::vector<DayClue>& clues) {
  return std::ranges::any_of(clues, [](const DayClue& clue) {
    return clue.kind == DayClue::Kind::kFirstDayAt || clue.kind == DayClue::Kind::kLastDayAt;
  });
}

}  // namespace

void drop_far_stamps(std::vector<DayClue>& clues, const std::vector<RoundDays>& rounds) {
  if (std::ranges::count(clues, DayClue::Kind::kStamp, &DayClue::kind) == 0) return;
  std::vector<CalendarDay> round_days;
  for (const RoundDays& round : rounds) round_days.push_back(round.first);
  const std::vector<CalendarDay> told = days_told(clues);
  const bool beside_round = !told.empty() || tells_round_of_the_day(clues);
  std::erase_if(clues, [&](const DayClue& clue) {
    // Who writes a dateline means the day; only a round wrongly told lies far from it.
    if (clue.kind != DayClue::Kind::kStamp || clue.rule == "dateline") return false;
    const auto span = days_of(clue.mention, CalendarDay());
    const bool with_rounds = beside_round || clue.of_page;
    if (!span || (told.empty() && (round_days.empty() || !with_rounds))) return false;
    return far_from(span->first, told) && (!with_rounds || far_from(span->first, round_days));
  });
}

}  // namespace mahdar
