#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/facet.h"
#include "schema/taxonomy.h"
#include "searcher/match/result_page.h"

namespace mahdar {

struct FacetLabel {
  std::string arabic;
  std::string english;
};

/// What people call a facet's value: "7" is "الجولة السابعة". A value the taxonomy lacks is its own label.
FacetLabel facet_label(Facet facet, std::string_view value, const Taxonomy& taxonomy);

/// A facet's values with at least one match or a selection, labelled and in order. `counts` by ordinal.
FacetCounts facet_counts(Facet facet, const std::vector<std::uint32_t>& counts,
                         const FacetDictionary& dictionary, const std::vector<Filter>& filters,
                         const Taxonomy& taxonomy);

}  // namespace mahdar
