#pragma once

#include <vector>

#include "schema/facet.h"
#include "schema/taxonomy.h"
#include "searcher/match/result_page.h"

namespace mahdar {

/// For values that the filters name and neither the index nor the taxonomy knows: one "unknown-source"
/// diagnostic an outlet, with the nearest outlet of the index where one is near, and one "unknown-round" for
/// the rounds, with those of the process. Thread-safe.
std::vector<Diagnostic> unknown_values(const std::vector<Filter>& filters, const FacetDictionary& dictionary,
                                       const Taxonomy& taxonomy);

}  // namespace mahdar
