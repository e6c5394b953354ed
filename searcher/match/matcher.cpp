#include "searcher/match/matcher.h"

#include <algorithm>

#include "searcher/match/memory_matcher.h"
#include "searcher/match/reranker.h"
#include "searcher/match/xapian_matcher.h"

namespace mahdar {

bool is_selected(Facet facet, const std::vector<Filter>& filters) {
  return std::ranges::any_of(
      filters, [&](const Filter& filter) { return !filter.negated && facet_of(filter.field) == facet; });
}

std::optional<Facet> facet_of(Field field) {
  switch (field) {
    case Field::kRound:
      return Facet::kRound;
    case Field::kCountry:
      return Facet::kCountry;
    case Field::kGuarantor:
      return Facet::kGuarantor;
    case Field::kTopic:
      return Facet::kTopic;
    case Field::kSource:
      return Facet::kSource;
    case Field::kPerson:
      return Facet::kPerson;
    case Field::kFraming:
      return Facet::kFraming;
    case Field::kDate:
      return Facet::kMonth;
    case Field::kTitle:
      break;
  }
  return std::nullopt;
}

/// Where the best matches are ranked anew and the page begins among them, all of them are fetched.
MatchResult run_match(const MatchPlan& plan, const IndexView& view,
                      std::chrono::steady_clock::time_point deadline) {
  const bool anew = plan.sort == SortOrder::kRelevance && plan.ranked && !plan.words.empty() &&
                    plan.offset < Reranker::kDepth;
  MatchWindow window{plan.offset, plan.limit};
  if (anew) window = {0, std::max<std::uint32_t>(plan.offset + plan.limit, Reranker::kDepth)};
  MatchResult result = view.memory != nullptr ? match_in_memory(plan, window, view, deadline)
                                              : match_by_xapian(plan, window, view, deadline);
  if (!anew) return result;
  if (!result.out_of_time) Reranker(plan.words, view).rerank(result.hits, deadline);
  const auto size = static_cast<std::uint32_t>(result.hits.size());
  result.hits = {result.hits.begin() + std::min(plan.offset, size),
                 result.hits.begin() + std::min(plan.offset + plan.limit, size)};
  return result;
}

Xapian::doccount count_matches(const MatchQuery& query, const std::vector<Filter>& filters,
                               const IndexView& view, Xapian::doccount enough,
                               std::chrono::steady_clock::time_point deadline) {
  return view.memory != nullptr ? count_in_memory(query, filters, view, enough, deadline)
                                : count_by_xapian(query, filters, view.database, enough, deadline);
}

}  // namespace mahdar
