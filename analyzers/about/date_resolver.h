#pragma once

#include "analyzers/about/reading.h"
#include "schema/article.h"

namespace mahdar {

/// The date the file's own metadata or address give; precision "none" where they give none.
DateInfo date_from_metadata(const RawArticle& raw);

/// When the article was published and what day it reports: from metadata, address, the text's own dates, then
/// the round's dates. Crawl stamps that disagree with the text are distrusted.
DateInfo resolve_date(const Reading& reading, const RoundInfo& round);

}  // namespace mahdar
