#include "analyzers/about/round_calendar.h"

#include <algorithm>

#include "analyzers/about/day_clue.h"
#include "analyzers/about/day_cues.h"

namespace mahdar {
namespace {

using std::chrono::days;

constexpr std::size_t kMostClues = 24;
constexpr std::uint32_t kReachOfCue = 10;
constexpr std::uint32_t kReachOfPair = 7;

std::vector<RoundDays> spans_of(const Taxonomy& taxonomy) {
  std::vector<RoundDays> spans;
  for (const Round& round : taxonomy.rounds()) {
    const auto first = parse_day(round.start), last = parse_day(round.end);
    spans.push_back({first.value_or(CalendarDay()), last.value_or(first.value_or(CalendarDay()))});
  }
  return spans;
}

bool of_weekdays(const DayClue& clue) {
  using Kind = DayClue::Kind;
  constexpr double kLeastWeight = 0.5;
  if (clue.weight < kLeastWeight) return false;
  return clue.kind != Kind::kStamp && clue.kind != Kind::kDate && clue.kind != Kind::kDateAt &&
         clue.kind != Kind::kComingDate;
}

/// Over the days on which a text about the round may have been written.
double best_day(const std::vector<DayClue>& clues, const RoundDays& round) {
  constexpr days kBefore{10}, kAfter{2};
  const std::vector<RoundDays> only{round};
  double best = -1e9;
  for (CalendarDay day = round.first - kBefore; day <= round.last + kAfter; day += days(1)) {
    double score = day < round.first - days(1) || day > round.last + days(1) ? -0.5 : 0;
    for (const DayClue& clue : clues) score += support(clue, day, only);
    best = std::max(best, score);
  }
  return best;
}

class NamedDays {
 public:
  explicit NamedDays(const Reading& reading)
      : reading_(reading), cues_(DayCueFinder::instance().find(reading.tokens)) {}

  /// "تبدأ الاثنين", "يومي الثلاثاء والأربعاء".
  double fit(const RoundDays& round) const {
    double score = 0;
    for (std::size_t i = 0; i < reading_.dates.size(); ++i) {
      const DateMention& day = reading_.dates[i];
      const Zone zone = reading_.zoned.zone_at(day.range.begin);
      if (day.weekday == 0 || day.day != 0 || zone == Zone::kBackground) continue;
      score += pair(i, round);
      // "يحضر المحادثات غدا الجمعة"
      const bool lead = zone == Zone::kTitle || zone == Zone::kLead;
      if (lead && day.kind == DateMention::Kind::kRelative && day.offset_days > 0)
        score += day.weekday == weekday_of(round.first) || day.weekday == weekday_of(round.last) ? 0.7 : -1.2;
      if (const DayCue* cue = cue_near(day.first_token))
        score +=
            weekday_of(cue->kind == DayCue::Kind::kBegins ? round.first : round.last) == day.weekday ? 1 : -1;
    }
    return std::clamp(score, -kMost, kMost);
  }

 private:
  static constexpr double kMost = 3;

  double pair(std::size_t i, const RoundDays& round) const {
    constexpr int kWeek = 7;
    if (i + 1 == reading_.dates.size()) return 0;
    const DateMention &one = reading_.dates[i], &two = reading_.dates[i + 1];
    const bool near = two.first_token - (one.first_token + one.token_count) < kReachOfPair;
    if (two.weekday == 0 || two.day != 0 || !near || two.weekday != one.weekday % kWeek + 1) return 0;
    return weekday_of(round.first) == one.weekday ? 2 : -2;
  }

  const DayCue* cue_near(std::uint32_t token) const {
    const DayCue* nearest = nullptr;
    std::uint32_t least = kReachOfCue + 1;
    for (const DayCue& cue : cues_) {
      if (cue.kind != DayCue::Kind::kBegins && cue.kind != DayCue::Kind::kEnds) continue;
      const std::uint32_t distance =
          cue.first_token > token ? cue.first_token - token : token - cue.first_token;
      if (distance < least &&
          same_sentence(std::min(cue.first_token, token), std::max(cue.first_token, token))) {
        nearest = &cue;
        least = distance;
      }
    }
    return nearest;
  }

  bool same_sentence(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from + 1; i <= to; ++i)
      if (reading_.tokens[i].gap <= Gap::kSentence) return false;
    return true;
  }

  const Reading& reading_;
  const std::vector<DayCue> cues_;
};

}  // namespace

std::vector<double> calendar_fit(const Reading& reading) {
  const bool weekdays = std::any_of(reading.dates.begin(), reading.dates.end(),
                                    [](const DateMention& d) { return d.weekday != 0; });
  if (!weekdays) return {};
  const std::vector<RoundDays> rounds = spans_of(reading.taxonomy);
  std::vector<DayClue> clues = find_day_clues(reading, rounds);
  std::erase_if(clues, [](const DayClue& clue) { return !of_weekdays(clue); });
  if (clues.size() > kMostClues) clues.resize(kMostClues);
  const NamedDays named(reading);
  std::vector<double> fits;
  for (const RoundDays& round : rounds) fits.push_back(best_day(clues, round) * 0.5 + named.fit(round));
  return fits;
}

}  // namespace mahdar
