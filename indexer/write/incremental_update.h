#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/pipeline/article_pipeline.h"
#include "indexer/run_report.h"
#include "indexer/scanner.h"
#include "indexer/write/file_plan.h"
#include "indexer/write/index_writer.h"
#include "indexer/write/source_state.h"

namespace mahdar {

/// Brings a live generation up to date with its sources. Files are read and annotated side by side; one
/// thread, the caller's, writes, in the order of the scan.
///
/// - A file of the same size and time is not read; one of the same bytes, or a JSON line of the same content,
/// not written.
/// - An article is taken out only when its file was read to its end without failure and no longer has it, or
/// when the
///   file has vanished from a source that was found present and scanned completely.
/// - An article that a file of another name already holds is rejected, naming both; but it passes over from a
/// file that
///   vanished, from standard input, and to standard input.
class IncrementalUpdate {
 public:
  IncrementalUpdate(const ArticlePipeline& pipeline, IndexWriter& writer, RunReport& report);

  /// Reads and writes everything; the last batch is left for the caller to commit.
  void run(const Scan& scan, std::size_t threads);

  /// To be called with every commit: keeps the state of the file that is only partly written.
  void save_open_file();

 private:
  struct OpenFile {
    std::shared_ptr<const FileToRead> file;
    std::set<std::string> seen;  ///< id terms
    FailureRecord failures;
  };
  struct Place {
    std::string path;
    std::uint64_t record = 0;
    std::string to_string() const;
  };
  struct Deferred {
    Place place;
    std::shared_ptr<const FileToRead> file;
    BuiltArticle article;
  };

  void find_vanished(const Scan& scan);
  std::shared_ptr<const FileToRead> next_file(const Scan& scan);
  std::shared_ptr<const FileToRead> plan(const SourceFile& source);
  bool is_unchanged(const SourceFile& source, const FileRecord& record) const;

  void absorb(ReadOutcome&& outcome);
  void absorb_article(const FileToRead& file, BuiltArticle&& article);
  bool may_take_over(const std::string& holder, const FileToRead& file) const;
  void take_over(Xapian::docid document, bool from_other_file, BuiltArticle&& article);
  void reject(InputError error);

  void finish_file(const ReadOutcome& outcome);
  void remove_unseen(const OpenFile& open);
  static std::uint64_t count_unseen(const OpenFile& open);
  FileRecord record_of(const OpenFile& open) const;
  void save(const FileRecord& record);
  void save_failures(FailureRecord failures);
  void settle_deferred();
  void reject_late(const Deferred& late, const std::string& holder);
  void remove_vanished();

  const ArticlePipeline& pipeline_;
  IndexWriter& writer_;
  RunReport& report_;
  std::int64_t scan_time_ns_;
  std::map<std::string, FileRecord> records_;
  PathIds path_ids_;
  std::vector<const FileRecord*> vanished_;
  std::set<std::string> vanished_terms_;
  std::size_t next_source_ = 0;
  bool standard_input_due_ = false;
  std::optional<OpenFile> open_;
  std::map<std::string, Place> claims_;  ///< by id term: the articles met in this run
  std::vector<Deferred> deferred_;       ///< their ids may yet be given up by another file
};

}  // namespace mahdar
