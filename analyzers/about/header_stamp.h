#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/about/calendar_day.h"
#include "analyzers/about/zoned_text.h"
#include "schema/article.h"

namespace mahdar {

/// A date on a line before an article's text that was cut from it ("05.11.2024", "السبت, نوفمبر 23, 2024  9.4
/// C").
struct HeaderStamp {
  CalendarDay day;
  bool before_title = false;  ///< there pages write the day they are looked at
};

/// Whether a place of the text stood above the headline in the source.
bool stood_above_title(const ZonedText& zoned, std::uint32_t offset);

std::vector<HeaderStamp> find_header_stamps(const RawArticle& raw, const ZonedText& zoned);

}  // namespace mahdar
