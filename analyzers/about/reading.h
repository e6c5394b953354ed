#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/about/date_finder.h"
#include "analyzers/about/day_cues.h"
#include "analyzers/about/gazetteer.h"
#include "analyzers/about/zone_walk.h"
#include "analyzers/about/zoned_text.h"
#include "analyzers/text/token.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// What every detector reads: the text, cut and analyzed once.
struct Reading {
  const RawArticle& raw;
  const ZonedText& zoned;
  const TokenStream& tokens;
  const std::vector<EntityMatch>& entities;
  const std::vector<DateMention>& dates;
  const Taxonomy& taxonomy;
  const std::uint32_t front_end = front_tokens(zoned, tokens);  ///< the first token behind title and lead
  const std::vector<DayCue> day_cues = DayCueFinder::instance().find(tokens);
};

}  // namespace mahdar
