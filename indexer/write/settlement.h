#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "indexer/pipeline/read_task.h"
#include "indexer/run_report.h"
#include "indexer/scanner.h"
#include "indexer/write/failure_record.h"
#include "indexer/write/index_writer.h"
#include "indexer/write/read_plan.h"

namespace mahdar {

/// A file, and a line of it where it has lines.
struct ArticlePlace {
  std::string path;
  std::uint64_t record = 0;
  std::string to_string() const;
};

/// The hash of the content a document was made of.
std::string content_hash_of(const Xapian::Database& database, Xapian::docid document);

/// "The id is already that of …".
InputError same_id(const ArticlePlace& place, std::string_view id, const std::string& holder);

/// What an update can only decide when every file has been read: what to take out, and who gets an id that
/// two files claim. Until then the state of the files concerned says that they are to be read again, so that
/// a run that is cut short loses nothing.
///
/// Where a source would lose too much (is_mass_delete), nothing of that source is taken
/// out: the report then says kSourceMissing.
class Settlement {
 public:
  Settlement(IndexWriter& writer, RunReport& report, const ReadPlan& plan, const UpdateRules& rules)
      : writer_(writer), report_(report), plan_(plan), rules_(rules) {}

  /// A file read to its end whose `unseen` articles it no longer has. `record`: its state once they are out.
  void hold(FileRecord record, std::vector<KnownArticle> unseen);

  /// An article whose id another file has, which may yet give it up. The record of its file has to be held.
  /// `known`: what is remembered of the file's failures and need not be reported again.
  void defer(ArticlePlace place, std::shared_ptr<const FileToRead> file, BuiltArticle article,
             FailureRecord known);

  /// The state of a file now, also where it is held.
  FileRecord record(const std::string& path) const;
  void save(const FileRecord& record);

  /// Decides. Commits batches as they fill. True: something was taken out that a file of
  /// ReadPlan::passed_copies may have too; when these have been read, settle_copies is due.
  bool settle();
  void settle_copies();

 private:
  struct Held {
    FileRecord record;
    std::vector<KnownArticle> unseen;
  };
  struct Deferred {
    ArticlePlace place;
    std::shared_ptr<const FileToRead> file;
    BuiltArticle article;
    FailureRecord known;
  };

  std::map<std::string, std::uint64_t> gone_by_root() const;
  void refuse_mass_deletes();
  bool is_refused(const std::string& root) const { return refused_.contains(root); }
  /// Whether a file moved and could not be read yet where it is now.
  bool waits(const FileRecord& vanished) const;
  void remove_unseen(Held& held);
  void reopen_copies();
  void settle_deferred();
  void pass_over(const Deferred& late);
  void reject_late(const Deferred& late, const std::string& holder);
  void remove_vanished();
  void remove(Xapian::docid document);

  IndexWriter& writer_;
  RunReport& report_;
  const ReadPlan& plan_;
  UpdateRules rules_;
  std::map<std::string, Held> held_;  ///< by path
  std::vector<Deferred> deferred_;
  std::set<std::string> refused_;  ///< roots
};

}  // namespace mahdar
