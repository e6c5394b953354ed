#include "analyzers/about/day_clue.h"

#include <algorithm>
#include <cstdlib>

namespace mahdar {

using std::chrono::days;

namespace {

double weekday_at(const DayClue& clue, CalendarDay day) {
  constexpr double kAgrees = 3;
  constexpr double kContradicts = -8;
  return weekday_of(day + days(clue.offset)) == clue.mention.weekday ? kAgrees : kContradicts;
}

/// News name today's weekday, or yesterday's, seldom one farther off.
double weekday_near(const DayClue& clue, CalendarDay day) {
  constexpr int kWeek = 7;
  constexpr double kByDistance[] = {2, 1, 0.4, 0};
  const int ahead = (clue.mention.weekday - weekday_of(day) + kWeek) % kWeek;
  return kByDistance[std::min(ahead, kWeek - ahead)];
}

/// Of the day before a text says "yesterday".
double weekday_gone(const DayClue& clue, CalendarDay day) {
  constexpr int kWeek = 7;
  return (weekday_of(day) - clue.mention.weekday + kWeek) % kWeek <= 1 ? -2 : 0;
}

double stamp(const DayClue& clue, CalendarDay day) {
  const auto span = days_of(clue, day);
  if (!span) return 0;
  const int distance = std::abs(days_between(span->first, day));
  return distance == 0 ? 6 : distance == 1 ? 2 : -1;
}

double date_at(const DayClue& clue, CalendarDay day) {
  const auto span = days_of(clue, day);
  if (!span) return 0;
  const CalendarDay told = day + days(clue.offset);
  return told >= span->first && told <= span->last ? 5 : -5;
}

/// A date told fits best on its day, then shortly after, then before.
double date(const DayClue& clue, CalendarDay day) {
  constexpr double kAfter[] = {2.5, 1.5, 0.7, 0.3};
  constexpr double kBefore[] = {2.5, 0.6, 0.3, 0.3, 0.3, 0.3, 0.3};
  const auto span = days_of(clue, day);
  if (!span) return 0;
  const bool several = span->first != span->last;
  const bool wrong_weekday =
      !several && clue.mention.weekday != 0 && clue.mention.weekday != weekday_of(span->first);
  if (wrong_weekday && clue.mention.year == 0) return 0;
  if (day >= span->first && day <= span->last) return several ? 1.5 : kAfter[0];
  // A text is younger than what it tells with its year.
  constexpr int kSoonBefore = 7;
  if (clue.mention.year != 0 && days_between(day, span->first) > kSoonBefore) return -1;
  const auto distance = static_cast<std::size_t>(day > span->last ? days_between(span->last, day)
                                                                  : days_between(day, span->first));
  if (day > span->last) return distance < std::size(kAfter) ? kAfter[distance] : 0;
  return distance < std::size(kBefore) ? kBefore[distance] : 0;
}

/// What is announced lies ahead, seldom more than two weeks; of tomorrow a text says "tomorrow".
double ahead_of(CalendarDay first, CalendarDay day, double agrees, double contradicts) {
  constexpr int kFarthest = 14;
  const int ahead = days_between(day, first);
  if (ahead <= 1) return ahead <= 0 ? contradicts : agrees * 0.8;
  return ahead <= kFarthest ? agrees : 0;
}

/// "12 و13 من حزيران الجاري" was written in a June, "حزيران المقبل" and "حزيران الماضي" in none.
bool in_other_month(const DayClue& clue, CalendarDay day) {
  const auto month = std::chrono::year_month_day(day).month();
  const bool same = static_cast<int>(static_cast<unsigned>(month)) == clue.mention.month;
  return clue.mention.current ? !same : same && clue.mention.direction != 0;
}

double coming_date(const DayClue& clue, CalendarDay day) {
  const auto span = days_of(clue, day);
  return span ? ahead_of(span->first, day, 1, -1.5) : 0;
}

/// The month of the text is known where it places a round by its own.
double round_in_month(const DayClue& clue, CalendarDay day, const std::vector<RoundDays>& rounds) {
  constexpr double kAgrees = 3, kContradicts = -3;
  const auto span = days_of(clue, day);
  const auto is_it = [&](const RoundDays& round) {
    return span && span->first == round.first && span->last == round.last;
  };
  return std::any_of(rounds.begin(), rounds.end(), is_it) ? kAgrees : kContradicts;
}

double before_round(CalendarDay day, const std::vector<RoundDays>& rounds) {
  double best = -3;
  for (const RoundDays& round : rounds) best = std::max(best, ahead_of(round.first, day, 2, -3));
  return best;
}

double round_day(const DayClue& clue, CalendarDay day, const std::vector<RoundDays>& rounds) {
  using Kind = DayClue::Kind;
  const bool first = clue.kind == Kind::kFirstDayAt || clue.kind == Kind::kFirstDayNear;
  const bool exact = clue.kind == Kind::kFirstDayAt || clue.kind == Kind::kLastDayAt;
  double best = 0;
  for (const RoundDays& round : rounds) {
    const int distance = days_between(first ? round.first : round.last, day + days(clue.offset));
    if (distance == 0) best = std::max(best, exact ? 3.0 : 1.5);
    if (distance == 1 && !exact) best = std::max(best, 0.6);
  }
  return best;
}

/// Delegations come on a round's first day or shortly before it, not weeks ahead.
double arrival(const DayClue& clue, CalendarDay day, const std::vector<RoundDays>& rounds) {
  constexpr double kByDaysAhead[] = {1.5, 1.2, 0.6};
  constexpr double kContradicts = -0.5;
  double best = kContradicts;
  for (const RoundDays& round : rounds) {
    const int ahead = days_between(day + days(clue.offset), round.first);
    if (ahead >= 0 && ahead < static_cast<int>(std::size(kByDaysAhead)))
      best = std::max(best, kByDaysAhead[ahead]);
  }
  return best;
}

}  // namespace

double support(const DayClue& clue, CalendarDay day, const std::vector<RoundDays>& rounds) {
  using Kind = DayClue::Kind;
  constexpr double kOtherMonth = -4;
  if (in_other_month(clue, day)) return clue.weight * kOtherMonth;
  switch (clue.kind) {
    case Kind::kWeekdayAt:
      return clue.weight * weekday_at(clue, day);
    case Kind::kWeekdayNear:
      return clue.weight * weekday_near(clue, day);
    case Kind::kWeekdayGone:
      return clue.weight * weekday_gone(clue, day);
    case Kind::kStamp:
      return clue.weight * stamp(clue, day);
    case Kind::kDateAt:
      return clue.weight * date_at(clue, day);
    case Kind::kDate:
      return clue.weight * date(clue, day);
    case Kind::kComingDate:
      return clue.weight * coming_date(clue, day);
    case Kind::kRoundInMonth:
      return clue.weight * round_in_month(clue, day, rounds);
    case Kind::kBeforeRound:
      return clue.weight * before_round(day, rounds);
    case Kind::kArrivalNear:
      return clue.weight * arrival(clue, day, rounds);
    default:
      return clue.weight * round_day(clue, day, rounds);
  }
}

}  // namespace mahdar
