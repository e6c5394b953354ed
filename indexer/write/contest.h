#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/pipeline/read_task.h"
#include "indexer/run_report.h"
#include "indexer/write/failure_record.h"
#include "indexer/write/index_writer.h"
#include "indexer/write/read_plan.h"
#include "indexer/write/settlement.h"

namespace mahdar {

/// A file, and a line of it where it has lines.
struct ArticlePlace {
  std::string path;
  std::uint64_t record = 0;
  std::string to_string() const;
};

/// The article that has an id in the index now.
struct Holder {
  Xapian::docid document = 0;
  std::string file_term;
  std::string path;  ///< of its file
  std::string content_hash;
  std::string version;  ///< slot::kVersion
};

Holder holder_of(const Xapian::Database& database, Xapian::docid document);

/// "The id is already that of …".
InputError same_id(const ArticlePlace& place, std::string_view id, const std::string& holder);

/// Whether two articles with one id, by their slot::kVersion and their sources, are versions of each other:
/// of files of one source that hold many. All others are a slip that is told, or copies.
bool are_versions(std::string_view version, std::string_view root, std::string_view other_version,
                  std::string_view other_root);

/// Which of several files that claim an id has it. Of versions of one article that is the newest
/// (ArticleVersion), copies of it included. Others stay with who has them.
class Contest {
 public:
  Contest(IndexWriter& writer, RunReport& report, const ReadPlan& plan, Settlement& settlement)
      : writer_(writer), report_(report), plan_(plan), settlement_(settlement) {}

  /// Puts the article in the place of that of another file, which gave it up, vanished or has an older
  /// version; false where it has to stay.
  bool take(const Holder& holder, const FileToRead& file, BuiltArticle& article);

  /// Whether another file took something from this one in this run.
  bool took_from(const std::string& path) const { return taken_from_.contains(path); }

  /// An article whose id another file has, which may yet give it up. The record of its file has to be held.
  /// `known`: what is remembered of the file's failures and need not be reported again.
  void defer(ArticlePlace place, std::shared_ptr<const FileToRead> file, BuiltArticle article,
             FailureRecord known);

  /// Whether the two are versions of each other.
  bool are_versions_of_one(const Holder& holder, const FileToRead& file, const BuiltArticle& article) const;

  /// Decides over what was deferred, when every file has been read.
  void settle();

 private:
  struct Deferred {
    ArticlePlace place;
    std::shared_ptr<const FileToRead> file;
    BuiltArticle article;
    FailureRecord known;
  };
  struct FileNow {
    std::string root;
    std::int64_t mtime_ns = 0;
  };

  FileNow file_now(const std::string& path) const;
  bool is_newer(const Holder& holder, const FileToRead& file, const BuiltArticle& article) const;
  void lose(const Holder& holder, bool to_version, bool same_content);
  void settle(Deferred& late);
  void replace_earlier_line(const Holder& holder, Deferred& late);
  void pass_over(const Deferred& late, const Holder& holder);
  void reject_late(const Deferred& late, const Holder& holder);

  IndexWriter& writer_;
  RunReport& report_;
  const ReadPlan& plan_;
  Settlement& settlement_;
  std::vector<Deferred> deferred_;
  std::set<std::string> taken_from_;  ///< paths
};

}  // namespace mahdar
