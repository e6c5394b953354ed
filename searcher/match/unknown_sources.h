#pragma once

#include <vector>

#include "schema/facet.h"
#include "schema/taxonomy.h"
#include "searcher/match/result_page.h"

namespace mahdar {

/// One "unknown-source" diagnostic for each outlet the filters name that neither the index nor the taxonomy
/// knows, with the nearest outlet of the index where one is near. Thread-safe.
std::vector<Diagnostic> unknown_sources(const std::vector<Filter>& filters, const FacetDictionary& dictionary,
                                        const Taxonomy& taxonomy);

}  // namespace mahdar
