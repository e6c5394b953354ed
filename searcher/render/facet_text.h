#pragma once

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "searcher/match/result_page.h"
#include "searcher/render/renderer.h"

namespace mahdar {

// The facets of the text format: of each the first RenderOptions::facet_values values and the chosen ones.

/// The values shown, in the order in which `numbered_facets` counts them from 1.
std::vector<std::pair<Facet, std::string>> numbered_facet_values(const ResultPage& page,
                                                                 const RenderOptions& options);

/// One facet a line.
void render_facets(const ResultPage& page, const RenderOptions& options, std::ostream& out);

/// One value a line, with the same numbers.
void render_facet_panel(const ResultPage& page, const RenderOptions& options, std::ostream& out);

}  // namespace mahdar
