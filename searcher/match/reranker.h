#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/match/facet_counter.h"
#include "searcher/match/index_session.h"
#include "searcher/match/reading_store.h"
#include "searcher/query/match_target.h"

namespace mahdar {

/// Looks into the text of the best matches again, for what the index does not hold: letter trigrams of the
/// query's words (missing blanks, foreign names spelt otherwise, weak roots), how much of the query stands in
/// one sentence, and how near its neighbours stand. Measured in tests/quality/README.md.
class Reranker {
 public:
  static constexpr std::size_t kDepth = 50;  ///< matches looked at

  /// `words`: the query's words in their order. All must outlive the reranker.
  Reranker(const std::vector<TargetWord>& words, const IndexView& view);

  /// Raises the scores of the first kDepth of `best` (best first) and puts these in order again; what comes
  /// after them stays behind. Leaves them as they are where the deadline passes. Throws Xapian::Error and, on
  /// damaged records, std::runtime_error.
  void rerank(std::vector<ScoredArticle>& best, std::chrono::steady_clock::time_point deadline) const;

 private:
  struct Reading;
  class QueryWords;

  std::shared_ptr<const ArticleReading> article(Xapian::docid id, ReadingStore& store) const;
  Reading read(const ArticleReading& article, QueryWords& words) const;
  std::vector<Reading> read_all(const std::vector<ScoredArticle>& best, std::size_t depth,
                                std::chrono::steady_clock::time_point deadline) const;
  double sentence_score(const Reading& reading) const;
  double neighbour_score(const Reading& reading) const;
  std::vector<double> trigram_scores(const std::vector<Reading>& readings) const;

  const IndexView& view_;
  std::vector<std::uint16_t> sequence_;  ///< the query as numbers of distinct skeletons
  std::vector<double> rarity_;           ///< by skeleton: inverse document frequency of its first stem
  std::unordered_map<std::string, std::uint16_t> skeletons_;
  std::unordered_map<std::uint64_t, std::uint16_t> trigrams_;
  std::vector<double> repeats_;  ///< by trigram: words of the query that have it, saturated
};

}  // namespace mahdar
