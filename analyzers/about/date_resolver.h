#pragma once

#include <optional>
#include <string>

#include "analyzers/about/reading.h"
#include "schema/article.h"

namespace mahdar {

/// The date the file's own metadata or address give; precision "none" where they give none.
DateInfo date_from_metadata(const RawArticle& raw);

/// What an article tells of its date without any help of its round.
struct DateBeforeRounds {
  DateInfo file;                 ///< date_from_metadata()
  std::optional<DateInfo> text;  ///< from dates in the text; not looked for where the file gives a day
  std::string day;               ///< ISO, the file's or, where it is sure, the text's; may be empty
};
DateBeforeRounds date_before_rounds(const Reading& reading);

/// When the article was published and what day it reports: from metadata, address, the text's own dates, then
/// the round's dates. Crawl stamps that disagree with the text are distrusted. `before` is the reading's
/// date_before_rounds().
DateInfo resolve_date(const Reading& reading, const RoundInfo& round, const DateBeforeRounds& before);

}  // namespace mahdar
