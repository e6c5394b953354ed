#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "schema/facet.h"
#include "searcher/query/deadline.h"

namespace mahdar {

struct ScoredArticle {
  Xapian::docid id = 0;
  double score = 0;
};

/// Sees every match: counts the facet values and keeps the best of them, so that an answer is left where time
/// ran out.
class FacetCounter : public Xapian::MatchSpy {
 public:
  /// What to do about near-duplicates: nothing, count their groups beside the articles, or count each value
  /// once a group.
  enum class Grouping : std::uint8_t { kIgnore, kTrack, kCountGroups };

  /// `ordinals`: size of the index's facet dictionary.
  FacetCounter(std::size_t ordinals, std::size_t keep_best, std::chrono::steady_clock::time_point deadline,
               Grouping grouping = Grouping::kIgnore);

  void operator()(const Xapian::Document& document, double score) override;

  std::uint64_t matches() const { return matches_; }
  /// Matches, those of one group of near-duplicates counted once; 0 without grouping.
  std::uint64_t groups() const { return single_ + seen_.size(); }
  /// How many matches have each value, by ordinal.
  const std::vector<std::uint32_t>& counts() const { return counts_; }
  /// The best matches seen, best first.
  std::vector<ScoredArticle> best() const;

 private:
  void keep(Xapian::docid id, double score);
  std::vector<FacetOrdinal>* group_of(const Xapian::Document& document);

  std::vector<std::uint32_t> counts_;
  std::size_t keep_best_;
  DeadlineCheck check_deadline_;
  Grouping grouping_;
  std::uint64_t matches_ = 0;
  std::uint64_t single_ = 0;                                         ///< matches that belong to no group
  std::unordered_map<std::string, std::vector<FacetOrdinal>> seen_;  ///< by group: the values counted
  std::vector<ScoredArticle> best_;                                  ///< a heap, the worst on top
};

}  // namespace mahdar
