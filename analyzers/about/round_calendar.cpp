#include "analyzers/about/round_calendar.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/about/day_clue.h"
#include "analyzers/about/day_cues.h"

namespace mahdar {
namespace {

using std::chrono::days;

constexpr std::size_t kMostClues = 24;
constexpr std::uint32_t kReachOfCue = 10;
constexpr std::uint32_t kReachOfPair = 7;

bool of_weekdays(const DayClue& clue) {
  using Kind = DayClue::Kind;
  constexpr double kLeastWeight = 0.5;
  if (clue.weight < kLeastWeight) return false;
  return clue.kind != Kind::kStamp && clue.kind != Kind::kDate && clue.kind != Kind::kDateAt &&
         clue.kind != Kind::kComingDate;
}

/// Clues that speak alike of any Monday are asked once for each weekday, not for the days of every round.
class WeekdayClues {
 public:
  explicit WeekdayClues(const std::vector<DayClue>& clues) {
    constexpr CalendarDay kMonday{days(4)};
    constexpr int kWeek = 7;
    asked_.reserve(clues.size());
    for (const DayClue& clue : clues) {
      const bool of_weekday =
          clue.kind == DayClue::Kind::kWeekdayAt || clue.kind == DayClue::Kind::kWeekdayNear;
      Asked& asked = asked_.emplace_back(Asked{clue, of_weekday && !clue.mention.current, {}});
      for (int i = 0; asked.of_weekday && i < kWeek; ++i) {
        const CalendarDay day = kMonday + days(i);
        asked.support[static_cast<std::size_t>(weekday_of(day))] = support(clue, day, {});
      }
    }
  }

  double add_to(double score, CalendarDay day, const std::vector<RoundDays>& rounds) const {
    const auto weekday = static_cast<std::size_t>(weekday_of(day));
    for (const Asked& asked : asked_)
      score += asked.of_weekday ? asked.support[weekday] : support(asked.clue, day, rounds);
    return score;
  }

 private:
  struct Asked {
    const DayClue& clue;
    bool of_weekday;
    std::array<double, 8> support;  ///< by weekday_of()
  };
  std::vector<Asked> asked_;
};

/// How well the best of the days fits on which a text about a round may have been written.
class BestDays {
 public:
  explicit BestDays(const std::vector<DayClue>& clues)
      : clues_(clues), alike_(std::ranges::all_of(clues, tells_no_month)) {}

  /// Of rounds as long that begin on the same weekday one is tried, where the clues tell no month.
  double fit(const RoundDays& round) {
    const Tried tried{weekday_of(round.first), days_between(round.first, round.last), 0};
    const auto known = std::ranges::find_if(tried_, [&](const Tried& other) {
      return alike_ && other.weekday == tried.weekday && other.length == tried.length;
    });
    if (known != tried_.end()) return known->fit;
    tried_.push_back(tried);
    return tried_.back().fit = best_day(round);
  }

 private:
  struct Tried {
    int weekday = 0, length = 0;
    double fit = 0;
  };

  static bool tells_no_month(const DayClue& clue) {
    return !clue.mention.current && clue.kind != DayClue::Kind::kRoundInMonth;
  }

  double best_day(const RoundDays& round) {
    constexpr days kBefore{10}, kAfter{2};
    only_.assign(1, round);
    double best = -1e9;
    for (CalendarDay day = round.first - kBefore; day <= round.last + kAfter; day += days(1)) {
      const double far = day < round.first - days(1) || day > round.last + days(1) ? -0.5 : 0;
      best = std::max(best, clues_.add_to(far, day, only_));
    }
    return best;
  }

  WeekdayClues clues_;
  bool alike_;
  std::vector<RoundDays> only_;
  std::vector<Tried> tried_;
};

/// Weekdays the text names, and what it says of them; read once, so that rounds can be tried one by one.
class NamedDays {
 public:
  explicit NamedDays(const Reading& reading) : reading_(reading) {
    for (std::size_t i = 0; i < reading.dates.size() && days_.size() < kMostClues; ++i) {
      const DateMention& date = reading.dates[i];
      const Zone zone = reading.zoned.zone_at(date.range.begin);
      if (date.weekday == 0 || date.day != 0 || zone == Zone::kBackground) continue;
      const bool lead = zone == Zone::kTitle || zone == Zone::kLead;
      days_.push_back({date.weekday, starts_pair(i), cue_near(reading.day_cues, date.first_token),
                       lead && date.kind == DateMention::Kind::kRelative && date.offset_days > 0});
    }
  }

  double fit(const RoundDays& round) const {
    double score = 0;
    const int first = weekday_of(round.first), last = weekday_of(round.last);
    for (const Named& day : days_) {
      if (day.pair) score += first == day.weekday ? 2 : -2;
      if (day.coming) score += day.weekday == first || day.weekday == last ? 0.7 : -1.2;
      if (day.cue) score += (*day.cue == DayCue::Kind::kBegins ? first : last) == day.weekday ? 1 : -1;
    }
    return std::clamp(score, -kMost, kMost);
  }

 private:
  static constexpr double kMost = 3;

  struct Named {
    int weekday = 0;
    bool pair = false;                ///< "يومي الثلاثاء والأربعاء"
    std::optional<DayCue::Kind> cue;  ///< "تبدأ الاثنين"
    bool coming = false;              ///< "يحضر المحادثات غدا الجمعة"
  };

  bool starts_pair(std::size_t i) const {
    constexpr int kWeek = 7;
    if (i + 1 == reading_.dates.size()) return false;
    const DateMention &one = reading_.dates[i], &two = reading_.dates[i + 1];
    const bool near = two.first_token - (one.first_token + one.token_count) < kReachOfPair;
    return near && two.weekday != 0 && two.day == 0 && two.weekday == one.weekday % kWeek + 1;
  }

  std::optional<DayCue::Kind> cue_near(const std::vector<DayCue>& cues, std::uint32_t token) const {
    std::optional<DayCue::Kind> nearest;
    std::uint32_t least = kReachOfCue + 1;
    auto cue = std::partition_point(cues.begin(), cues.end(),
                                    [&](const DayCue& c) { return c.first_token + kReachOfCue < token; });
    for (; cue != cues.end() && cue->first_token <= token + kReachOfCue; ++cue) {
      if (cue->kind != DayCue::Kind::kBegins && cue->kind != DayCue::Kind::kEnds) continue;
      const auto [from, to] = std::minmax(cue->first_token, token);
      if (to - from >= least || !same_sentence(from, to)) continue;
      nearest = cue->kind;
      least = to - from;
    }
    return nearest;
  }

  bool same_sentence(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from + 1; i <= to; ++i)
      if (reading_.tokens[i].gap <= Gap::kSentence) return false;
    return true;
  }

  const Reading& reading_;
  std::vector<Named> days_;
};

}  // namespace

std::vector<DaySpan> round_spans(const Taxonomy& taxonomy) {
  std::vector<DaySpan> spans;
  for (const Round& round : taxonomy.rounds()) {
    const auto first = parse_day(round.start), last = parse_day(round.end);
    spans.push_back({first.value_or(CalendarDay()), last.value_or(first.value_or(CalendarDay()))});
  }
  return spans;
}

std::vector<double> calendar_fit(const Reading& reading, const std::vector<DaySpan>& rounds) {
  const bool weekdays = std::any_of(reading.dates.begin(), reading.dates.end(),
                                    [](const DateMention& d) { return d.weekday != 0; });
  if (!weekdays) return {};
  std::vector<DayClue> clues = find_day_clues(reading, rounds);
  std::erase_if(clues, [](const DayClue& clue) { return !of_weekdays(clue); });
  if (clues.size() > kMostClues) clues.resize(kMostClues);
  BestDays best_days(clues);
  const NamedDays named(reading);
  std::vector<double> fits;
  fits.reserve(rounds.size());
  for (const RoundDays& round : rounds) fits.push_back(best_days.fit(round) * 0.5 + named.fit(round));
  return fits;
}

}  // namespace mahdar
