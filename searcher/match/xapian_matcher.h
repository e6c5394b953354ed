#pragma once

#include <chrono>
#include <vector>

#include "searcher/match/matcher.h"

namespace mahdar {

/// Matches article after article, as Xapian does: for the first search of a revision, when nothing is in
/// memory yet. Throws Xapian::Error.
MatchResult match_by_xapian(const MatchPlan& plan, const MatchWindow& window, const IndexView& view,
                            std::chrono::steady_clock::time_point deadline);

/// As count_matches().
Xapian::doccount count_by_xapian(const MatchQuery& query, const std::vector<Filter>& filters,
                                 const Xapian::Database& database, Xapian::doccount enough,
                                 std::chrono::steady_clock::time_point deadline);

}  // namespace mahdar
