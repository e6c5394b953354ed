#include "searcher/match/xapian_matcher.h"

#include <algorithm>
#include <memory>

#include "schema/field.h"
#include "searcher/match/clock_source.h"
#include "searcher/query/query_builder.h"
#include "searcher/query/ranking.h"

namespace mahdar {
namespace {

/// The query under all filters, those of one facet's selection aside.
MatchQuery under_filters(const MatchQuery& query, const std::vector<Filter>& filters,
                         std::optional<Facet> left_out = {}) {
  std::vector<MatchQuery> required{query};
  std::vector<MatchQuery> excluded;
  for (const Filter& filter : filters) {
    if (filter.negated) {
      excluded.push_back(filter_query(filter));
    } else if (!left_out || facet_of(filter.field) != left_out) {
      required.push_back(filter_query(filter));
    }
  }
  MatchQuery result(MatchQuery::Op::kFilter, std::move(required));
  excluded.insert(excluded.begin(), std::move(result));
  return {MatchQuery::Op::kAndNot, std::move(excluded)};
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
  return plan.collapse ? FacetCounter::Grouping::kTrack : FacetCounter::Grouping::kIgnore;
}

std::vector<std::uint32_t> count_facet(const MatchPlan& plan, Facet facet, const IndexView& view,
                                       std::chrono::steady_clock::time_point deadline) {
  Xapian::Enquire enquire(view.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(
      watched(to_xapian(under_filters(plan.query, plan.filters, facet), deadline), view.database, deadline));
  FacetCounter counter(view.dictionary.size(), 0, deadline, grouping(plan));
  enquire.add_matchspy(&counter);
  enquire.get_mset(0, 0, view.database.get_doccount());
  return counter.counts();
}

}  // namespace

MatchResult match_by_xapian(const MatchPlan& plan, const MatchWindow& window, const IndexView& view,
                            std::chrono::steady_clock::time_point deadline) {
  MatchResult result;
  Xapian::Enquire enquire(view.database);
  enquire.set_weighting_scheme(ranking::weight());
  const auto order = apply_order(enquire, plan);
  enquire.set_query(
      watched(to_xapian(under_filters(plan.query, plan.filters), deadline), view.database, deadline));
  if (plan.collapse) enquire.set_collapse_key(slot::kCopies);
  FacetCounter counter(view.dictionary.size(), window.end(), deadline, grouping(plan));
  enquire.add_matchspy(&counter);
  try {
    const Xapian::MSet found = enquire.get_mset(window.offset, window.size, view.database.get_doccount());
    for (auto hit = found.begin(); hit != found.end(); ++hit) result.hits.push_back({*hit, hit.get_weight()});
  } catch (const DeadlineExceeded&) {
    result.out_of_time = true;
    result.hits = counter.best();
    result.hits.erase(result.hits.begin(),
                      result.hits.begin() + std::min<std::ptrdiff_t>(window.offset, std::ssize(result.hits)));
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

Xapian::doccount count_by_xapian(const MatchQuery& query, const std::vector<Filter>& filters,
                                 const Xapian::Database& database, Xapian::doccount enough,
                                 std::chrono::steady_clock::time_point deadline) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(watched(to_xapian(under_filters(query, filters), deadline), database, deadline));
  const Xapian::doccount all = database.get_doccount();
  if (enough < all) return enquire.get_mset(0, enough, enough).size();
  return enquire.get_mset(0, 0, all).get_matches_lower_bound();
}

}  // namespace mahdar
