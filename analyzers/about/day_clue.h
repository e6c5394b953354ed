#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/about/calendar_day.h"
#include "analyzers/about/date_finder.h"
#include "analyzers/about/reading.h"
#include "schema/article.h"

namespace mahdar {

/// First and last day of a round.
using RoundDays = DaySpan;

/// Something in the text that speaks for or against days on which it may have been written.
struct DayClue {
  enum class Kind : std::uint8_t {
    kWeekdayAt,    ///< the day `offset` days off is this weekday ("أمس الثلاثاء")
    kWeekdayNear,  ///< a weekday is named without saying which
    kWeekdayGone,  ///< "الثلاثاء الماضي": not today, nor yesterday
    kStamp,        ///< a full date in a dateline or on a line of its own
    kDateAt,      ///< the day `offset` days off has this date ("اليوم الأربعاء 16 فبراير")
    kDate,        ///< a date of what is told
    kComingDate,  ///< a date of what will happen
    kRoundInMonth,  ///< a round's days in the current, last or next month ("30 و31 من الشهر القادم")
    kBeforeRound,  ///< the round is still days away
    kFirstDayAt,   ///< the day `offset` days off is a round's first
    kLastDayAt,
    kFirstDayNear,  ///< the text tells of a round's beginning
    kLastDayNear,
    kArrivalNear,  ///< `offset` days off delegations came to a round
  };
  Kind kind = Kind::kDate;
  DateMention mention;  ///< the date or weekday, where the clue is one
  int offset = 0;
  double weight = 1;  ///< by zone
  ByteRange range;
  std::string_view rule;
  bool of_page = false;  ///< a stamp above the headline, where pages write the day they are looked at
  bool dated = false;    ///< the mention gives its year: `days` are the same whenever it is read
  std::optional<DaySpan> days{};  ///< days_of() the mention where it is dated
};

/// days_of() the clue's mention.
inline std::optional<DaySpan> days_of(const DayClue& clue, CalendarDay base) {
  return clue.dated ? clue.days : days_of(clue.mention, base);
}

/// How much a clue speaks for `day`: about 6 for a stamp of that day to -5 for a plain contradiction.
double support(const DayClue& clue, CalendarDay day, const std::vector<RoundDays>& rounds);

/// All clues of a text, without stamps of pages (far_stamps.h).
std::vector<DayClue> find_day_clues(const Reading& reading, const std::vector<RoundDays>& rounds);

}  // namespace mahdar
