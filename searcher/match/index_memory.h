#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include <xapian.h>

#include "searcher/match/article_columns.h"
#include "searcher/match/posting_store.h"
#include "searcher/match/reading_store.h"
#include "searcher/match/trail_column.h"
#include "searcher/query/folded_words.h"
#include "searcher/query/query_builder.h"

namespace mahdar {

/// What is kept in memory of one revision of an index.
struct RevisionMemory {
  RevisionMemory(std::string of_generation, std::uint64_t of_revision, const Xapian::Database& database,
                 std::size_t ordinals)
      : generation(std::move(of_generation)), revision(of_revision), columns(database, ordinals) {}

  const std::string generation;
  const std::uint64_t revision;
  /// The trails; null where another thread is reading them or they are too many. Throws Xapian::Error.
  const TrailColumn* trails(const Xapian::Database& database) const;

  const ArticleColumns columns;
  mutable PostingStore postings;
  const FoldedWords words;
  mutable VerifiedArticles verified{std::size_t{16} << 20};
  /// Articles in which a phrase stands, by its stems; of phrases looked for in the whole index.
  mutable BoundedCache<std::string, ArticleSet> phrases{std::size_t{16} << 20};

 private:
  mutable std::mutex reading_trails_;
  mutable std::atomic<const TrailColumn*> trails_{nullptr};
  mutable std::unique_ptr<const TrailColumn> own_trails_;
};

/// What the sessions of one program that read the same index keep in memory together. Bounded; any thread may
/// use it.
class IndexMemory {
 public:
  /// That of a revision, where it was read already.
  std::shared_ptr<const RevisionMemory> of(const std::string& generation, std::uint64_t revision) const;

  /// The same, read now where nobody else is at it; null where somebody is. Throws Xapian::Error.
  std::shared_ptr<const RevisionMemory> read(const std::string& generation, std::uint64_t revision,
                                             const Xapian::Database& database, std::size_t ordinals);

  ReadingStore& readings() { return readings_; }

 private:
  ReadingStore readings_;
  mutable std::mutex mutex_;  ///< of newest_
  std::mutex reading_;
  std::shared_ptr<const RevisionMemory> newest_;
};

}  // namespace mahdar
