#pragma once

#include <vector>

#include "searcher/query/query_builder.h"

namespace mahdar {

/// What word~ finds beside the word: words within its edits, each distance far below the one before, and
/// words in any form whose stem is one edit away (معتفل~: معتقلين). Names them in `target`. Throws
/// Xapian::Error.
std::vector<MatchQuery> near_spellings(const QueryNode& word, const Token& token, const QueryContext& context,
                                       MatchTarget& target);

}  // namespace mahdar
