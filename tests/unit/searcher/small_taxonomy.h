#pragma once

#include "analyzers/about/gazetteer.h"
#include "analyzers/text/analyzer.h"
#include "schema/taxonomy.h"

namespace mahdar::test {

/// A taxonomy small enough to see through: three rounds, four countries, two people, one source, two topics.
const Taxonomy& small_taxonomy();

/// What reads texts by it.
const Analyzer& small_analyzer();
const Gazetteer& small_gazetteer();

}  // namespace mahdar::test
