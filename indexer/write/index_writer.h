#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include <xapian.h>

#include "indexer/pipeline/read_task.h"
#include "indexer/shared_facets.h"
#include "indexer/write/copy_groups.h"
#include "indexer/write/failed_writer.h"
#include "indexer/write/stem_families.h"

namespace mahdar {

/// What a batch holds at most before it is committed.
struct BatchBounds {
  std::size_t changes = 2000;
  std::size_t text_bytes = std::size_t{6} << 20;
  std::chrono::seconds age{60};
};

/// Writes articles and the state of their sources into a live generation, in bounded transactions: what is
/// committed together becomes visible together. Any failure to write throws CommandError(kIoError) and ends
/// the writer.
class IndexWriter {
 public:
  /// Called right before each commit, to add the state that belongs to the batch.
  using BeforeCommit = std::function<void()>;

  /// Throws Xapian::Error. The caller holds the lock.
  IndexWriter(std::filesystem::path dir, SharedFacets& facets, const BatchBounds& bounds = {});

  const Xapian::Database& database() const { return database_; }

  /// The document with this id term.
  std::optional<Xapian::docid> find(const std::string& id_term) const;

  void add(BuiltArticle&& article);
  void replace(Xapian::docid document, BuiltArticle&& article);
  void remove(Xapian::docid document);
  void set_metadata(const std::string& key, const std::string& value);

  /// Whether the batch has grown to one of its bounds.
  bool batch_is_full() const;

  /// Ends the batch; does nothing where there is none.
  void commit(const BeforeCommit& before = [] {});

 private:
  void touch(std::size_t text_bytes);
  template <typename Work>
  void writing(Work&& work);
  void put_copy(Xapian::docid document, const Xapian::Document& content);
  [[noreturn]] void report_failure(const std::string& what);

  std::filesystem::path dir_;
  SharedFacets& facets_;
  CopyGroups copies_;
  std::size_t facets_written_;
  BatchBounds bounds_;
  Xapian::WritableDatabase database_;
  FailedWriterGuard guard_;
  StemFamilies families_;
  bool in_batch_ = false;
  std::uint64_t batch_ = 0;  ///< number of the batch at hand, counted over all runs
  std::size_t batch_changes_ = 0;
  std::size_t batch_bytes_ = 0;
  std::chrono::steady_clock::time_point batch_start_;
};

}  // namespace mahdar
