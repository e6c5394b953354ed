#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <vector>

#include <xapian.h>

#include "schema/facet.h"
#include "searcher/match/facet_counter.h"
#include "searcher/match/index_session.h"
#include "searcher/query/match_query.h"
#include "searcher/query/match_target.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// What to match. The text's query carries the weights; filters have none.
struct MatchPlan {
  MatchQuery query;
  bool ranked = false;          ///< whether the query gives scores; if not, the newest go first by default
  std::vector<Filter> filters;  ///< AND across them
  SortOrder sort = SortOrder::kRelevance;
  std::uint32_t offset = 0;
  std::uint32_t limit = 10;
  std::vector<Facet> facets;
  bool collapse = false;          ///< one hit for a group of near-duplicates
  bool count_groups = false;      ///< facets count a group once a value
  std::vector<TargetWord> words;  ///< the query's, to look for in the texts of the best matches
};

/// Which of the ranked matches are fetched.
struct MatchWindow {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
  std::uint32_t end() const { return offset + size; }
};

struct MatchResult {
  std::uint64_t total = 0;          ///< hits; exact, unless out of time: then those seen
  std::uint64_t articles = 0;       ///< more than `total` where hits are collapsed
  std::vector<ScoredArticle> hits;  ///< from offset on
  std::map<Facet, std::vector<std::uint32_t>>
      counts;  ///< by ordinal; only a facet's own ordinals mean something
  bool out_of_time = false;
};

/// Matches in one pass; one more without ranking for each facet that has a selection, to leave that out of
/// its counts. By what is in memory of the revision, or by Xapian where that is not there yet: with the same
/// result. Throws Xapian::Error.
MatchResult run_match(const MatchPlan& plan, const IndexView& view,
                      std::chrono::steady_clock::time_point deadline);

/// How many articles match: exactly, or at least, where `enough` are fewer than all: counting stops there.
/// Throws DeadlineExceeded.
Xapian::doccount count_matches(const MatchQuery& query, const std::vector<Filter>& filters,
                               const IndexView& view, Xapian::doccount enough,
                               std::chrono::steady_clock::time_point deadline);

/// Whether a value of the facet is asked for.
bool is_selected(Facet facet, const std::vector<Filter>& filters);

/// The facet a filter's field is counted as; none for the title.
std::optional<Facet> facet_of(Field field);

}  // namespace mahdar
