#pragma once

#include "analyzers/about/reading.h"
#include "schema/article.h"

namespace mahdar {

/// The date the file's own metadata or address give; precision "none" where they give none.
DateInfo date_from_metadata(const RawArticle& raw);

/// The day the article gives itself without any help of its round: from metadata or address, else from dates
/// in the text, where they are sure; precision "none" else.
DateInfo date_before_rounds(const Reading& reading);

/// When the article was published and what day it reports: from metadata, address, the text's own dates, then
/// the round's dates. Crawl stamps that disagree with the text are distrusted.
DateInfo resolve_date(const Reading& reading, const RoundInfo& round);

}  // namespace mahdar
