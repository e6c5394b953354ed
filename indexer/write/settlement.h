#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "indexer/run_report.h"
#include "indexer/scanner.h"
#include "indexer/write/file_record.h"
#include "indexer/write/index_writer.h"
#include "indexer/write/read_plan.h"

namespace mahdar {

/// What an update can only decide when every file has been read: what to take out. Until then the state of
/// the files concerned says that they are to be read again, so that a run that is cut short loses nothing.
///
/// Where a source would lose too much (is_mass_delete), nothing of that source is taken
/// out: the report then says kSourceMissing.
class Settlement {
 public:
  Settlement(IndexWriter& writer, RunReport& report, const ReadPlan& plan, const UpdateRules& rules)
      : writer_(writer), report_(report), plan_(plan), rules_(rules) {}

  /// A file read to its end whose `unseen` articles it no longer has. `record`: its state once they are out.
  void hold(FileRecord record, std::set<Xapian::docid> unseen);

  /// The state of a file now, also where it is held.
  FileRecord record(const std::string& path) const;
  void save(const FileRecord& record);

  /// A file that was not read to its end in this run is to be read by the next, whatever comes.
  void reopen(const std::string& path);

  /// Whether a held file no longer has an article that the index holds of it.
  bool gives_up(const std::string& path, Xapian::docid document) const;

  /// Another file has such an article now; false where it is none.
  bool forget(const std::string& path, Xapian::docid document);

  /// Decides, when all is read that may have what was given up. Commits batches as they fill.
  void settle();

 private:
  struct Held {
    FileRecord record;
    std::set<Xapian::docid> unseen;
  };

  std::map<std::string, std::uint64_t> gone_by_root() const;
  void refuse_mass_deletes();
  bool is_refused(const std::string& root) const { return refused_.contains(root); }
  /// Whether a file moved and could not be read yet where it is now.
  bool waits(const FileRecord& vanished) const;
  void remove_unseen(Held& held);
  void release_held();
  void remove_vanished();
  void reopen_elsewhere();
  void remove(Xapian::docid document);

  IndexWriter& writer_;
  RunReport& report_;
  const ReadPlan& plan_;
  UpdateRules rules_;
  std::map<std::string, Held> held_;  ///< by path
  std::set<std::string> refused_;     ///< roots
};

}  // namespace mahdar
