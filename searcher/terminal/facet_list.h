#pragma once

#include <cstddef>

#include "searcher/terminal/page_layout.h"

namespace mahdar {

/// All values of a page's facet, numbered from 1, in lines of at most `columns`; without lines where the page
/// has none of it.
PageLayout list_facet(const ResultPage& page, Facet facet, RenderOptions options, std::size_t columns);

}  // namespace mahdar
