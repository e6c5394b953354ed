#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/result.h"
#include "schema/taxonomy.h"
#include "searcher/http/target.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// A search as a URL names it.
struct WebSearch {
  SearchRequest request;
  bool english = false;
};

/// Hits of a page where the URL does not say.
inline constexpr std::uint32_t kPageHits = 20;
/// Hits one page of the web may show; exports take more.
inline constexpr std::uint32_t kMaxPageHits = 100;

/// Reads q, match, exact, collapse, sort, offset, limit, explain, relax, facets, facets-count, lang, date,
/// from, to, not and one parameter for each facet field of the schema (round, country, …; repeatable). The
/// same rules as the command line's options of these names. `strict`: an unknown parameter is an error, not
/// passed over. `max_hits`: upper bound of limit.
Result<WebSearch> read_web_search(const Parameters& parameters, const Taxonomy& taxonomy, bool strict,
                                  std::uint32_t max_hits);

/// The parameters that ask for the same, filters one value each, defaults left out: the search's own URL.
Parameters to_parameters(const SearchRequest& request, bool english);

/// The request with facets that count groups where hits are groups, unless the parameters say what to count:
/// a page must not show more articles of a value than hits.
SearchRequest counting_as_shown(SearchRequest request, const Parameters& parameters);

/// Names a search's URL may hold; for the documentation and its test.
std::vector<std::string> web_search_parameters();

/// The language asked for: Arabic unless lang=en.
bool wants_english(const Parameters& parameters);

}  // namespace mahdar
