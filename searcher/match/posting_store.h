#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/bounded_cache.h"
#include "searcher/match/article_columns.h"
#include "searcher/query/deadline.h"

namespace mahdar {

/// The articles that have a term, or any of several, and how often.
struct Postings {
  std::vector<Xapian::docid> ids;          ///< ascending
  std::vector<std::uint16_t> frequencies;  ///< those beyond 65,535 as that
  /// What Xapian takes for the number of articles when it weighs the term; of several terms, its estimate.
  Xapian::doccount weighed_as = 0;
  Xapian::docid complete_to = UINT32_MAX;  ///< time ran out behind this article
};

/// Postings decoded into memory, those used last, of one revision. Any thread may use it, with a database of
/// its own.
class PostingStore {
 public:
  static constexpr std::size_t kBytes = std::size_t{96} << 20;

  PostingStore() : kept_(kBytes) {}

  /// Throws Xapian::Error.
  std::shared_ptr<const Postings> of_term(const std::string& term, const Xapian::Database& database,
                                          DeadlineCheck& check);

  /// Terms as one, as Xapian's OP_SYNONYM has them. Throws Xapian::Error.
  std::shared_ptr<const Postings> of_any(const std::vector<std::string>& terms,
                                         const Xapian::Database& database, const ArticleColumns& columns,
                                         DeadlineCheck& check);

 private:
  void keep(const std::string& key, const std::shared_ptr<const Postings>& postings);

  BoundedCache<std::string, Postings> kept_;
};

}  // namespace mahdar
