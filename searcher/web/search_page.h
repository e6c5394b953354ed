#pragma once

#include <string>

#include "schema/taxonomy.h"
#include "searcher/match/result_page.h"
#include "searcher/render/words.h"

namespace mahdar {

/// The search page as HTML that works without scripts: form, notices, what is active, time line, hits, paging
/// and facets.
std::string search_page(const ResultPage& page, const Words& words, const Taxonomy& taxonomy);

}  // namespace mahdar
