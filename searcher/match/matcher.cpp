#include "searcher/match/matcher.h"

#include <algorithm>
#include <memory>

#include "schema/field.h"
#include "searcher/match/clock_source.h"
#include "searcher/match/reranker.h"
#include "searcher/query/query_builder.h"
#include "searcher/query/ranking.h"

namespace mahdar {
namespace {

using Xapian::Query;

/// The query under all filters, those of one facet's selection aside.
Query under_filters(const Query& query, const std::vector<Filter>& filters,
                    std::optional<Facet> left_out = {}) {
  std::vector<Query> required;
  std::vector<Query> excluded;
  for (const Filter& filter : filters) {
    if (filter.negated) {
      excluded.push_back(filter_query(filter));
    } else if (!left_out || facet_of(filter.field) != left_out) {
      required.push_back(filter_query(filter));
    }
  }
  Query result = query;
  if (!required.empty())
    result = {Query::OP_FILTER, result, Query(Query::OP_AND, required.begin(), required.end())};
  if (!excluded.empty())
    result = {Query::OP_AND_NOT, result, Query(Query::OP_OR, excluded.begin(), excluded.end())};
  return result;
}

/// Sorts by a slot, articles without a value last either way.
std::unique_ptr<Xapian::KeyMaker> value_order(Xapian::valueno slot, bool falling) {
  auto order = std::make_unique<Xapian::MultiValueKeyMaker>();
  order->add_value(slot, falling, falling ? std::string() : std::string(1, '\xFF'));
  return order;
}

std::unique_ptr<Xapian::KeyMaker> apply_order(Xapian::Enquire& enquire, const MatchPlan& plan) {
  std::unique_ptr<Xapian::KeyMaker> order;
  SortOrder sort = plan.sort;
  if (sort == SortOrder::kRelevance && !plan.ranked) sort = SortOrder::kNewest;
  switch (sort) {
    case SortOrder::kRelevance:
      return order;
    case SortOrder::kNewest:
      order = value_order(slot::kDate, true);
      break;
    case SortOrder::kOldest:
      order = value_order(slot::kDate, false);
      break;
    case SortOrder::kRound:
      order = value_order(slot::kRound, false);
      break;
  }
  enquire.set_sort_by_key_then_relevance(order.get(), false);
  return order;
}

FacetCounter::Grouping grouping(const MatchPlan& plan) {
  if (plan.count_groups) return FacetCounter::Grouping::kCountGroups;
  return plan.collapse ? FacetCounter::Grouping::kTrack : FacetCounter::Grouping::kNone;
}

std::vector<std::uint32_t> count_facet(const MatchPlan& plan, Facet facet, const IndexView& view,
                                       std::chrono::steady_clock::time_point deadline) {
  Xapian::Enquire enquire(view.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(watched(under_filters(plan.query, plan.filters, facet), view.database, deadline));
  FacetCounter counter(view.dictionary.size(), view.column, 0, deadline, grouping(plan));
  enquire.add_matchspy(&counter);
  enquire.get_mset(0, 0, view.database.get_doccount());
  return counter.counts();
}

bool is_selected(Facet facet, const std::vector<Filter>& filters) {
  return std::ranges::any_of(
      filters, [&](const Filter& filter) { return !filter.negated && facet_of(filter.field) == facet; });
}

/// The page asked for. Where the best matches are ranked anew and the page begins among them, all of them
/// are fetched.
std::vector<ScoredArticle> best_matches(const MatchPlan& plan, const IndexView& view,
                                        Xapian::Enquire& enquire,
                                        std::chrono::steady_clock::time_point deadline) {
  const bool anew = plan.sort == SortOrder::kRelevance && plan.ranked && !plan.words.empty() &&
                    plan.offset < Reranker::kDepth;
  const std::uint32_t first = anew ? 0 : plan.offset;
  const std::uint32_t last = std::max<std::uint32_t>(plan.offset + plan.limit, anew ? Reranker::kDepth : 0);
  const Xapian::MSet found = enquire.get_mset(first, last - first, view.database.get_doccount());
  std::vector<ScoredArticle> hits;
  for (auto hit = found.begin(); hit != found.end(); ++hit) hits.push_back({*hit, hit.get_weight()});
  if (!anew) return hits;
  Reranker(plan.words, view).rerank(hits, deadline);
  const auto size = static_cast<std::uint32_t>(hits.size());
  return {hits.begin() + std::min(plan.offset, size),
          hits.begin() + std::min(plan.offset + plan.limit, size)};
}

}  // namespace

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

MatchResult run_match(const MatchPlan& plan, const IndexView& view,
                      std::chrono::steady_clock::time_point deadline) {
  MatchResult result;
  Xapian::Enquire enquire(view.database);
  enquire.set_weighting_scheme(ranking::weight());
  const auto order = apply_order(enquire, plan);
  enquire.set_query(watched(under_filters(plan.query, plan.filters), view.database, deadline));
  if (plan.collapse) enquire.set_collapse_key(slot::kCopies);
  FacetCounter counter(view.dictionary.size(), view.column, plan.offset + plan.limit, deadline,
                       grouping(plan));
  enquire.add_matchspy(&counter);
  try {
    result.hits = best_matches(plan, view, enquire, deadline);
  } catch (const DeadlineExceeded&) {
    result.out_of_time = true;
    result.hits = counter.best();
    result.hits.erase(result.hits.begin(),
                      result.hits.begin() + std::min<std::ptrdiff_t>(plan.offset, std::ssize(result.hits)));
  }
  result.articles = counter.matches();
  result.total = plan.collapse ? counter.groups() : counter.matches();
  for (const Facet facet : plan.facets) {
    if (result.counts.contains(facet)) continue;
    auto& counts = result.counts[facet];
    counts = counter.counts();
    if (result.out_of_time || !is_selected(facet, plan.filters)) continue;
    try {
      counts = count_facet(plan, facet, view, deadline);
    } catch (const DeadlineExceeded&) {
      result.out_of_time = true;
    }
  }
  return result;
}

Xapian::doccount count_matches(const Xapian::Query& query, const std::vector<Filter>& filters,
                               const Xapian::Database& database, Xapian::doccount enough,
                               std::chrono::steady_clock::time_point deadline) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(watched(under_filters(query, filters), database, deadline));
  const Xapian::doccount all = database.get_doccount();
  if (enough < all) return enquire.get_mset(0, enough, enough).size();
  return enquire.get_mset(0, 0, all).get_matches_lower_bound();
}

}  // namespace mahdar
