#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "schema/facet.h"
#include "searcher/match/facet_column.h"
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
  /// `ordinals`: size of the index's facet dictionary. `column` may be null; then the slot of each match is
  /// read.
  FacetCounter(std::size_t ordinals, const FacetColumn* column, std::size_t keep_best,
               std::chrono::steady_clock::time_point deadline);

  void operator()(const Xapian::Document& document, double score) override;

  std::uint64_t matches() const { return matches_; }
  /// How many matches have each value, by ordinal.
  const std::vector<std::uint32_t>& counts() const { return counts_; }
  /// The best matches seen, best first.
  std::vector<ScoredArticle> best() const;

 private:
  void keep(Xapian::docid id, double score);

  std::vector<std::uint32_t> counts_;
  const FacetColumn* column_;
  std::size_t keep_best_;
  DeadlineCheck check_deadline_;
  std::uint64_t matches_ = 0;
  std::vector<ScoredArticle> best_;  ///< a heap, the worst on top
};

}  // namespace mahdar
