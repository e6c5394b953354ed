#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analyzers/about/outlet_names.h"
#include "analyzers/about/reading.h"
#include "analyzers/text/analyzer.h"

namespace mahdar {

/// A taxonomy of a few names, three rounds and some outlets, small enough to be read whole; with its analyzer
/// and gazetteer.
struct SmallWorld {
  Taxonomy taxonomy;
  Analyzer analyzer;
  Gazetteer gazetteer;
  OutletNames outlets;

  static const SmallWorld& instance();

 private:
  explicit SmallWorld(Taxonomy world);
};

/// An article read as the annotator reads it.
struct ReadArticle {
  RawArticle raw;
  ZonedText zoned;
  TokenStream tokens;
  std::vector<EntityMatch> entities;
  std::vector<DateMention> dates;

  explicit ReadArticle(RawArticle article);
  Reading reading() const { return {raw, zoned, tokens, entities, dates, SmallWorld::instance().taxonomy}; }
};

}  // namespace mahdar
