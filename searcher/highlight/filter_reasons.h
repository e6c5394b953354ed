#pragma once

#include <vector>

#include "schema/article.h"
#include "searcher/match/result_page.h"
#include "searcher/query/parsed_query.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// Why the article, read with its evidence, passes each of the filters; then each filter within the query
/// text that it meets. A pure function.
std::vector<FilterReason> explain_filters(const Article& article, const std::vector<Filter>& filters,
                                          const QueryNode& query);

}  // namespace mahdar
