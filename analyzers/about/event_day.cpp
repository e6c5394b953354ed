#include "analyzers/about/event_day.h"

#include <algorithm>
#include <optional>

namespace mahdar {

using std::chrono::days;

namespace {

/// The nearest such weekday: today or before, unless the text says that it is to come.
CalendarDay weekday_seen_from(CalendarDay published, const DateMention& mention) {
  constexpr int kWeek = 7;
  const int back = (weekday_of(published) - mention.weekday + kWeek) % kWeek;
  if (mention.direction > 0) return published + days(kWeek - back);
  return published - days(mention.direction < 0 && back == 0 ? kWeek : back);
}

std::optional<CalendarDay> day_told(const DateMention& mention, std::optional<CalendarDay> published) {
  using Kind = DateMention::Kind;
  if (!published) {
    const auto span = mention.year != 0 ? days_of(mention, CalendarDay()) : std::nullopt;
    return span ? std::optional(span->first) : std::nullopt;
  }
  if (mention.kind == Kind::kRelative) return *published + days(mention.offset_days);
  if (mention.kind == Kind::kWeekday) return weekday_seen_from(*published, mention);
  const auto span = days_of(mention, *published);
  if (!span) return std::nullopt;
  return *published >= span->first && *published <= span->last ? *published : span->first;
}

std::optional<CalendarDay> day_in_head(const Reading& reading, std::optional<CalendarDay> published) {
  for (const DateMention& mention : reading.dates) {
    const Zone zone = reading.zoned.zone_at(mention.range.begin);
    if (zone != Zone::kTitle && zone != Zone::kLead) return std::nullopt;
    if (const auto day = day_told(mention, published)) return day;
  }
  return std::nullopt;
}

std::optional<CalendarDay> day_of_round(const std::vector<RoundDays>& rounds,
                                        std::optional<CalendarDay> published) {
  if (rounds.size() != 1) return std::nullopt;
  const RoundDays& round = rounds.front();
  if (!published || *published < round.first) return round.first;
  return std::min(*published, round.last);
}

}  // namespace

std::string event_date(const Reading& reading, const std::vector<RoundDays>& rounds,
                       const std::string& published) {
  const std::optional<CalendarDay> base = parse_day(published);
  if (const auto day = day_in_head(reading, base)) return format_day(*day);
  if (const auto day = day_of_round(rounds, base)) return format_day(*day);
  return published;
}

}  // namespace mahdar
