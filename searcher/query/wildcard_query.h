#pragma once

#include <optional>

#include "searcher/query/query_builder.h"

namespace mahdar {

/// The query of word*: every folded word and stem of the index that begins so, the most frequent where there
/// are too many; none where nothing of the word is left when it is folded. Writes down in `built` what it
/// looks for, and that words were left out.
std::optional<MatchQuery> wildcard_query(const QueryNode& word, const QueryContext& context,
                                         BuiltQuery& built);

}  // namespace mahdar
