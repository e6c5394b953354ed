#include "analyzers/about/day_ranking.h"

#include <algorithm>

namespace mahdar {

using std::chrono::days;

namespace {

void add_around(std::vector<DayCandidate>& candidates, CalendarDay first, CalendarDay last, days before) {
  constexpr days kAfter{3};
  for (CalendarDay day = first - before; day <= last + kAfter; day += days(1)) candidates.push_back({day});
}

/// How long before what it tells a text may have been written: what places a round in the next month up to
/// two months, another announcement two weeks, other texts hardly.
days reach_before(const std::vector<DayClue>& clues) {
  const bool next_month = std::any_of(clues.begin(), clues.end(), [](const DayClue& clue) {
    return clue.kind == DayClue::Kind::kRoundInMonth && clue.mention.direction > 0;
  });
  if (next_month) return days(62);
  const bool announces = std::any_of(clues.begin(), clues.end(), [](const DayClue& clue) {
    return clue.kind == DayClue::Kind::kBeforeRound || clue.kind == DayClue::Kind::kComingDate;
  });
  return days(announces ? 14 : 3);
}

}  // namespace

double prior_of_day(CalendarDay day, const std::vector<RoundDays>& rounds) {
  double best = 0;
  for (const RoundDays& round : rounds) {
    if (day >= round.first && day <= round.last) best = std::max(best, 1.0);
    if (day == round.last + days(1)) best = std::max(best, 0.5);
    if (day == round.first - days(1)) best = std::max(best, 0.7);
    if (day < round.first - days(1) && day >= round.first - days(7)) best = std::max(best, 0.5);
  }
  return best;
}

std::vector<DayCandidate> rank_days(const std::vector<DayClue>& clues, const std::vector<RoundDays>& rounds) {
  constexpr int kUsualSpan = 8;
  const days before = reach_before(clues);
  std::vector<DayCandidate> candidates;
  candidates.reserve((rounds.size() + clues.size()) * static_cast<std::size_t>(before.count() + kUsualSpan));
  for (const RoundDays& round : rounds) add_around(candidates, round.first, round.last, before);
  for (const DayClue& clue : clues) {
    if (clue.mention.year == 0 && rounds.empty()) continue;
    const auto span = days_of(clue, rounds.empty() ? CalendarDay() : rounds.front().first);
    if (span) add_around(candidates, span->first, span->last, before);
  }
  const auto by_day = [](const DayCandidate& a, const DayCandidate& b) { return a.day < b.day; };
  const auto same_day = [](const DayCandidate& a, const DayCandidate& b) { return a.day == b.day; };
  std::sort(candidates.begin(), candidates.end(), by_day);
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same_day), candidates.end());
  for (DayCandidate& candidate : candidates) {
    candidate.score = prior_of_day(candidate.day, rounds);
    for (const DayClue& clue : clues) candidate.score += support(clue, candidate.day, rounds);
  }
  std::sort(candidates.begin(), candidates.end(), [](const DayCandidate& a, const DayCandidate& b) {
    return a.score != b.score ? a.score > b.score : a.day < b.day;
  });
  return candidates;
}

std::string common_date(const std::vector<DayCandidate>& ranked, double least) {
  std::string common = format_month(ranked.front().day);
  for (const DayCandidate& candidate : ranked) {
    if (candidate.score < least) break;
    const std::string month = format_month(candidate.day);
    if (common == month) continue;
    common = common.substr(0, 4) == month.substr(0, 4) ? common.substr(0, 4) : std::string();
    if (common.empty()) break;
  }
  return common;
}

std::optional<CalendarDay> to_a_day(const std::vector<DayCandidate>& ranked, double least) {
  CalendarDay first = ranked.front().day, last = first;
  for (const DayCandidate& candidate : ranked) {
    if (candidate.score < least) break;
    first = std::min(first, candidate.day);
    last = std::max(last, candidate.day);
  }
  return last - first <= days(1) ? std::optional(last) : std::nullopt;
}

}  // namespace mahdar
