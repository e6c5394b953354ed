#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <xapian.h>

#include "schema/facet.h"
#include "schema/index_layout.h"
#include "searcher/match/index_memory.h"
#include "searcher/match/knowledge.h"

namespace mahdar {

/// One consistent state of an index.
struct IndexView {
  const Xapian::Database& database;
  const Knowledge& knowledge;
  const FacetDictionary& dictionary;
  const RevisionMemory* memory;  ///< null until a search was served at this revision
  ReadingStore* readings;        ///< articles read before; null with `memory`
  const std::string& generation;
  std::uint64_t revision;
};

/// An open index that follows its writer. One object a thread.
class IndexSession {
 public:
  /// Opens the live generation. `memory` may be shared by sessions of the same index. Throws IndexError.
  explicit IndexSession(IndexLayout layout,
                        std::shared_ptr<IndexMemory> memory = std::make_shared<IndexMemory>());

  /// Calls `work` on the newest state. A commit underneath makes Xapian throw, sometimes as false corruption:
  /// then the index is reopened and the whole of `work` run again, up to three times, then once on an index
  /// opened afresh; only then is it called unreadable. Throws IndexError.
  template <typename Work>
  auto run(Work&& work) -> decltype(work(std::declval<const IndexView&>())) {
    decltype(work(std::declval<const IndexView&>())) result{};
    run_erased([&](const IndexView& view) { result = work(view); });
    return result;
  }

  const Knowledge& knowledge() const { return *knowledge_; }

 private:
  void run_erased(const std::function<void(const IndexView&)>& work);
  void follow();
  void open(const std::string& generation);
  void read_metadata();
  void check_stamp();
  std::string current_generation() const;
  IndexView view();

  IndexLayout layout_;
  std::string generation_;
  std::optional<Xapian::Database> database_;
  std::uint64_t revision_ = 0;
  std::string taxonomy_hash_;
  std::unique_ptr<const Knowledge> knowledge_;
  FacetDictionary dictionary_;
  std::shared_ptr<IndexMemory> memory_;
  std::shared_ptr<const RevisionMemory> of_revision_;
  unsigned searches_at_revision_ = 0;
};

}  // namespace mahdar
