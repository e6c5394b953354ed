#pragma once

#include <vector>

#include "searcher/match/set_finder.h"

namespace mahdar {

/// Scores of matching articles: the sums of the streams' BM25, term after term instead of article after
/// article, equal to what Xapian's matcher gives but for the last bits.
class ScoreSum {
 public:
  /// `matches` may be any part of the articles `query` matches. All must outlive this.
  ScoreSum(const MatchQuery& query, const ArticleSet& matches, SetFinder& finder,
           const RevisionMemory& memory);

  double operator[](Xapian::docid id) const { return scores_[id]; }

 private:
  using Scores = std::vector<double>;

  void add(const MatchQuery& query, double factor, const ArticleSet& matches, Scores& scores);
  void add_where_it_matches(const MatchQuery& query, double factor, const ArticleSet& matches,
                            Scores& scores);
  void add_best(const MatchQuery& query, double factor, const ArticleSet& matches, Scores& scores);
  void add_leaf(const MatchQuery& leaf, double factor, const ArticleSet& matches, Scores& scores);
  Scores zeros() const { return Scores(columns_.last() + std::size_t{1}); }

  SetFinder& finder_;
  const ArticleColumns& columns_;
  Scores scores_;
};

}  // namespace mahdar
