#pragma once

#include <vector>

#include "schema/article.h"
#include "searcher/match/result_page.h"
#include "searcher/query/parsed_query.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// Whether the article's evidence for the field is of what was detected, while a correction put another value
/// in its place. Fields whose values have each their own evidence lose it with the value: never of them.
bool is_overruled(const Article& article, Field field);

/// Why the article, read with its evidence, passes each of the filters; then each filter within the query
/// text that it meets. A pure function.
std::vector<FilterReason> explain_filters(const Article& article, const std::vector<Filter>& filters,
                                          const QueryNode& query);

}  // namespace mahdar
