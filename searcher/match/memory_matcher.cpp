#include "searcher/match/memory_matcher.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "searcher/match/score_sum.h"
#include "searcher/query/query_builder.h"

namespace mahdar {
namespace {

/// A match as it is ranked: by key, then score, then number.
struct Ranked {
  std::uint64_t key = 0;
  double score = 0;
  Xapian::docid id = 0;
};

bool goes_before(const Ranked& a, const Ranked& b) {
  if (a.key != b.key) return a.key < b.key;
  return a.score != b.score ? a.score > b.score : a.id < b.id;
}

/// The first `size` of what it is given.
class Best {
 public:
  explicit Best(std::size_t size) : size_(size) {}

  void add(const Ranked& match) {
    if (kept_.size() < size_) {
      kept_.push_back(match);
      std::ranges::push_heap(kept_, goes_before);
    } else if (size_ > 0 && goes_before(match, kept_.front())) {
      std::ranges::pop_heap(kept_, goes_before);
      kept_.back() = match;
      std::ranges::push_heap(kept_, goes_before);
    }
  }

  std::vector<ScoredArticle> from(std::size_t offset) && {
    std::ranges::sort(kept_, goes_before);
    std::vector<ScoredArticle> articles;
    for (std::size_t i = offset; i < kept_.size(); ++i) articles.push_back({kept_[i].id, kept_[i].score});
    return articles;
  }

 private:
  std::size_t size_;
  std::vector<Ranked> kept_;  ///< a heap, the last on top
};

class MemoryMatch {
 public:
  MemoryMatch(const MatchPlan& plan, const IndexView& view, std::chrono::steady_clock::time_point deadline)
      : plan_(plan),
        memory_(*view.memory),
        columns_(memory_.columns),
        finder_(memory_, view.database, deadline),
        ordinals_(view.dictionary.size()) {}

  MatchResult run(const MatchWindow& window) {
    const ArticleSet matches = find_matches();
    MatchResult result;
    result.articles = matches.size();
    result.total = plan_.collapse ? count_groups(matches) : result.articles;
    if (window.size > 0) result.hits = best(matches, window);
    count_facets(matches, result);
    result.out_of_time = finder_.out_of_time();
    return result;
  }

 private:
  struct Selection {
    std::optional<Facet> facet;
    ArticleSet articles;
  };

  /// The articles that match under all filters. Those that match but for the filter on a facet are found
  /// too where that facet is counted.
  ArticleSet find_matches() {
    ArticleSet within = columns_.all();
    bool narrowed = false;
    for (const Filter& filter : plan_.filters) {
      const ArticleSet articles = finder_.find(filter_query(filter));
      const std::optional<Facet> facet = facet_of(filter.field);
      if (filter.negated) {
        within -= articles;
        narrowed = true;
      } else if (facet && std::ranges::find(plan_.facets, *facet) != plan_.facets.end()) {
        selections_.push_back({facet, articles});
      } else {
        within &= articles;
        narrowed = true;
      }
    }
    unselected_ = finder_.find(plan_.query, narrowed ? &within : nullptr);
    unselected_ &= within;
    unselected_.cut(finder_.complete_to());
    return selected({});
  }

  ArticleSet selected(std::optional<Facet> left_out) const {
    ArticleSet articles = unselected_;
    for (const Selection& selection : selections_)
      if (!left_out || selection.facet != left_out) articles &= selection.articles;
    return articles;
  }

  std::uint64_t key(Xapian::docid id, SortOrder sort) const {
    // Articles without a value go last either way.
    switch (sort) {
      case SortOrder::kRelevance:
        return 0;
      case SortOrder::kNewest:
        return ~columns_.date(id);
      case SortOrder::kOldest:
        return columns_.date(id) - 1;
      case SortOrder::kRound:
        return columns_.round(id) - 1;
    }
    return 0;
  }

  std::vector<ScoredArticle> best(const ArticleSet& matches, const MatchWindow& window) {
    std::optional<ScoreSum> scores;
    if (plan_.ranked) scores.emplace(plan_.query, matches, finder_, memory_);
    const bool by_score = plan_.sort == SortOrder::kRelevance;
    const SortOrder sort = by_score && !plan_.ranked ? SortOrder::kNewest : plan_.sort;
    const auto ranked = [&](Xapian::docid id) {
      return Ranked{key(id, sort), scores ? (*scores)[id] : 0, id};
    };
    Best best(window.end());
    if (!plan_.collapse) {
      matches.for_each([&](Xapian::docid id) { best.add(ranked(id)); });
      return std::move(best).from(window.offset);
    }
    std::vector<Ranked> of_group(columns_.groups() + std::size_t{1});
    matches.for_each([&](Xapian::docid id) {
      const Ranked match = ranked(id);
      const std::uint32_t group = columns_.group(id);
      if (group == 0) return best.add(match);
      if (of_group[group].id == 0 || goes_before(match, of_group[group])) of_group[group] = match;
    });
    for (const Ranked& match : of_group)
      if (match.id != 0) best.add(match);
    return std::move(best).from(window.offset);
  }

  std::uint64_t count_groups(const ArticleSet& matches) const {
    std::uint64_t count = 0;
    std::vector<bool> seen(columns_.groups() + std::size_t{1});
    matches.for_each([&](Xapian::docid id) {
      const std::uint32_t group = columns_.group(id);
      if (group == 0 || !seen[group]) ++count;
      seen[group] = true;
    });
    return count;
  }

  void count_facets(const ArticleSet& matches, MatchResult& result) {
    if (plan_.facets.empty()) return;
    const std::vector<std::uint32_t> all = count(matches);
    for (const Facet facet : plan_.facets) {
      if (result.counts.contains(facet)) continue;
      result.counts[facet] = is_selected(facet, plan_.filters) ? count(selected(facet)) : all;
    }
  }

  /// How many of the articles have each value, by ordinal.
  std::vector<std::uint32_t> count(const ArticleSet& articles) const {
    if (plan_.count_groups) return count_by_group(articles);
    std::vector<std::uint32_t> counts(ordinals_);
    articles.for_each([&](Xapian::docid id) {
      columns_.for_each_rare_facet(id, [&](FacetOrdinal ordinal) { ++counts[ordinal]; });
    });
    for (const auto& [ordinal, holders] : columns_.sets()) counts[ordinal] = articles.common(holders);
    return counts;
  }

  /// The same, a group of near-duplicates counted once a value.
  std::vector<std::uint32_t> count_by_group(const ArticleSet& articles) const {
    std::vector<std::uint32_t> counts(ordinals_);
    std::vector<std::pair<std::uint32_t, FacetOrdinal>> of_groups;
    articles.for_each([&](Xapian::docid id) {
      const std::uint32_t group = columns_.group(id);
      columns_.for_each_facet(id, [&](FacetOrdinal ordinal) {
        if (group == 0) {
          ++counts[ordinal];
        } else {
          of_groups.emplace_back(group, ordinal);
        }
      });
    });
    std::ranges::sort(of_groups);
    const auto doubled = std::ranges::unique(of_groups);
    of_groups.erase(doubled.begin(), doubled.end());
    for (const auto& [group, ordinal] : of_groups) ++counts[ordinal];
    return counts;
  }

  const MatchPlan& plan_;
  const RevisionMemory& memory_;
  const ArticleColumns& columns_;
  SetFinder finder_;
  std::size_t ordinals_;
  std::vector<Selection> selections_;  ///< filters on facets that are counted
  ArticleSet unselected_;              ///< matches under all other filters
};

}  // namespace

MatchResult match_in_memory(const MatchPlan& plan, const MatchWindow& window, const IndexView& view,
                            std::chrono::steady_clock::time_point deadline) {
  return MemoryMatch(plan, view, deadline).run(window);
}

Xapian::doccount count_in_memory(const MatchQuery& query, const std::vector<Filter>& filters,
                                 const IndexView& view, Xapian::doccount enough,
                                 std::chrono::steady_clock::time_point deadline) {
  SetFinder finder(*view.memory, view.database, deadline);
  ArticleSet within = view.memory->columns.all();
  for (const Filter& filter : filters) {
    const ArticleSet articles = finder.find(filter_query(filter));
    if (filter.negated) {
      within -= articles;
    } else {
      within &= articles;
    }
  }
  ArticleSet matches = finder.find(query, &within);
  matches &= within;
  if (finder.out_of_time()) throw DeadlineExceeded();
  return std::min(matches.size(), enough);
}

}  // namespace mahdar
