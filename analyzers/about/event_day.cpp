#include "analyzers/about/event_day.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "analyzers/about/before_date.h"
#include "analyzers/about/date_stamp.h"
#include "analyzers/about/elapsed_time.h"

namespace mahdar {

using std::chrono::days;

namespace {

/// The round's day of that name, where it is within a week; else the nearest such weekday: today or before,
/// unless the text says that it is to come.
CalendarDay weekday_seen_from(CalendarDay published, const DateMention& mention,
                              const std::vector<RoundDays>& rounds) {
  constexpr int kWeek = 7;
  if (mention.direction == 0)
    for (const RoundDays& round : rounds)
      for (CalendarDay day = round.first; day <= round.last; day += days(1))
        if (weekday_of(day) == mention.weekday && std::abs(days_between(published, day)) < kWeek) return day;
  const int back = (weekday_of(published) - mention.weekday + kWeek) % kWeek;
  if (mention.direction > 0) return published + days(kWeek - back);
  return published - days(mention.direction < 0 && back == 0 ? kWeek : back);
}

std::optional<CalendarDay> day_told(const DateMention& mention, std::optional<CalendarDay> published,
                                    const std::vector<RoundDays>& rounds) {
  using Kind = DateMention::Kind;
  if (!published) {
    const auto span = mention.year != 0 ? days_of(mention, CalendarDay()) : std::nullopt;
    return span ? std::optional(span->first) : std::nullopt;
  }
  if (mention.kind == Kind::kRelative) return *published + days(mention.offset_days);
  if (mention.kind == Kind::kWeekday) return weekday_seen_from(*published, mention, rounds);
  const auto span = days_of(mention, *published);
  if (!span) return std::nullopt;
  return *published >= span->first && *published <= span->last ? *published : span->first;
}

/// Whether the mention tells when the text was written, or recalls what was long before.
bool is_beside_the_event(const DateMention& mention, const Reading& reading) {
  if (mention.kind == DateMention::Kind::kRelative) return is_in_a_name(mention, reading.entities);
  return is_stamp(mention, reading) || in_dateline(mention, reading) || is_since(mention, reading.tokens) ||
         counts_time_from(reading.tokens, mention.first_token) || is_of_last_time(mention, reading.tokens) ||
         is_of_agreement(mention, reading.tokens);
}

std::optional<CalendarDay> day_in_head(const Reading& reading, std::optional<CalendarDay> published,
                                       const std::vector<RoundDays>& rounds) {
  for (const DateMention& mention : reading.dates) {
    const Zone zone = reading.zoned.zone_at(mention.range.begin);
    if (zone != Zone::kTitle && zone != Zone::kLead) return std::nullopt;
    if (is_beside_the_event(mention, reading)) continue;
    if (const auto day = day_told(mention, published, rounds)) return day;
  }
  return std::nullopt;
}

/// Whether title and lead tell the end of a meeting, and no beginning.
bool tells_end(const Reading& reading) {
  bool ends = false;
  for (const DayCue& cue : reading.day_cues) {
    const Zone zone = reading.zoned.zone_at(reading.tokens[cue.first_token].begin);
    if (zone != Zone::kTitle && zone != Zone::kLead) break;
    if (cue.kind != DayCue::Kind::kEnds && cue.kind != DayCue::Kind::kArrives) return false;
    ends = ends || cue.kind == DayCue::Kind::kEnds;
  }
  return ends;
}

std::optional<CalendarDay> day_of_round(const Reading& reading, const std::vector<RoundDays>& rounds,
                                        std::optional<CalendarDay> published) {
  if (rounds.size() != 1) return std::nullopt;
  const RoundDays& round = rounds.front();
  if (!published) return tells_end(reading) ? round.last : round.first;
  return std::clamp(*published, round.first, round.last);
}

}  // namespace

std::string event_date(const Reading& reading, const std::vector<RoundDays>& rounds,
                       const std::string& published) {
  const std::optional<CalendarDay> base = parse_day(published);
  if (const auto day = day_in_head(reading, base, rounds)) return format_day(*day);
  if (const auto day = day_of_round(reading, rounds, base)) return format_day(*day);
  return {};
}

}  // namespace mahdar
