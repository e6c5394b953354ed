#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/about/zoned_text.h"
#include "analyzers/text/token.h"

namespace mahdar {

/// A date as the text gives it. Unknown parts are 0.
struct DateMention {
  enum class Kind : std::uint8_t {
    kCalendar,   ///< day and/or month and/or year
    kRelative,   ///< اليوم، أمس، غدا: `offset_days` from the text's own date
    kWeekday,    ///< a weekday alone
    kMonthWord,  ///< "الشهر الماضي", "كانون الثاني الماضي": `month` where named
  };
  Kind kind = Kind::kCalendar;
  std::uint32_t first_token = 0;
  std::uint32_t token_count = 0;
  ByteRange range;
  int year = 0;
  int month = 0;
  int other_month = 0;  ///< the second name of a pair that disagrees ("حزيران/ يوليو"); else 0
  int day = 0;
  int end_day = 0;  ///< of a range: "يومي 30 و31"
  int weekday = 0;  ///< 1 Monday … 7 Sunday
  int offset_days = 0;
  int direction = 0;     ///< "الماضي" -1, "الجاري" 0, "المقبل" +1
  bool current = false;  ///< a named month is called the current one: "حزيران الجاري"
};

/// All dates of a text, ascending, not overlapping. Levantine, Western, Maghrebi and Hijri months, pairs,
/// ranges, ordinal words before months, numeric dates, relative days. Tokens inside them are no round
/// numbers.
std::vector<DateMention> find_dates(const TokenStream& tokens);

}  // namespace mahdar
