#include "searcher/terminal/facet_list.h"

#include <algorithm>
#include <limits>
#include <sstream>

#include "searcher/render/facet_text.h"
#include "searcher/terminal/columns.h"

namespace mahdar {

PageLayout list_facet(const ResultPage& page, Facet facet, RenderOptions options, std::size_t columns) {
  options.numbered_facets = true;
  options.facet_values = std::numeric_limits<std::size_t>::max();
  ResultPage alone;
  std::ranges::copy_if(page.facets, std::back_inserter(alone.facets),
                       [&](const FacetCounts& counts) { return counts.facet == facet; });
  std::ostringstream text;
  render_facets(alone, options, text);
  return {wrapped_lines(text.str(), columns), 0, numbered_facet_values(alone, options)};
}

}  // namespace mahdar
