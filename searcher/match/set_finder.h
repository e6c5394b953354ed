#pragma once

#include <chrono>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/match/article_set.h"
#include "searcher/match/index_memory.h"
#include "searcher/query/deadline.h"
#include "searcher/query/match_query.h"

namespace mahdar {

/// Which articles a query matches, by sets in memory. Never throws for time: where it runs out, what was
/// found up to some article stands, and nothing behind it.
class SetFinder {
 public:
  SetFinder(const RevisionMemory& memory, const Xapian::Database& database,
            std::chrono::steady_clock::time_point deadline)
      : memory_(memory), database_(database), deadline_(deadline), check_(deadline) {}

  /// The articles that match; with `within`, those of them at least that lie in it (articles outside it may
  /// be missing: each costs time where phrases are looked for). A query that is found again must be the same
  /// object and lie within what it lay in before. Throws Xapian::Error.
  ArticleSet find(const MatchQuery& query, const ArticleSet* within = nullptr);

  /// The postings of a term or synonym. Throws Xapian::Error.
  std::shared_ptr<const Postings> postings(const MatchQuery& leaf);

  bool out_of_time() const { return complete_to_ != UINT32_MAX; }
  /// Sets are right up to this article.
  Xapian::docid complete_to() const { return complete_to_; }

 private:
  ArticleSet empty() const { return ArticleSet(memory_.columns.last()); }
  ArticleSet holders(const Postings& postings) const;
  ArticleSet any_of(const std::vector<MatchQuery>& parts, std::size_t first, const ArticleSet* within);
  ArticleSet all_of(const std::vector<MatchQuery>& parts, const ArticleSet* within);
  ArticleSet dated(const std::string& term_prefix);
  ArticleSet between(const MatchQuery& query) const;
  ArticleSet side_by_side(const MatchQuery& phrase, const ArticleSet& candidates, bool everywhere);

  const RevisionMemory& memory_;
  const Xapian::Database& database_;
  std::chrono::steady_clock::time_point deadline_;
  DeadlineCheck check_;
  Xapian::docid complete_to_ = UINT32_MAX;
  std::unordered_map<const MatchQuery*, ArticleSet> phrases_;  ///< found already
};

}  // namespace mahdar
