#pragma once

#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/pipeline/article_pipeline.h"
#include "indexer/run_report.h"
#include "indexer/scanner.h"
#include "indexer/write/index_writer.h"
#include "indexer/write/read_plan.h"
#include "indexer/write/settlement.h"
#include "indexer/write/source_state.h"

namespace mahdar {

/// Brings a live generation up to date with its sources. Files are read and annotated side by side; one
/// thread, the caller's, writes, in the order of the scan.
///
/// - A file of the same stamp is not read; one of the same bytes, or a JSON line of the same content, not
///   written. JSON Lines that only grew are read from where they were left.
/// - An article is taken out only when its file was read to its end without failure and no longer has it, or
///   when the file has vanished from a source that was found present and scanned completely; and never most
///   of a source without leave (Settlement).
/// - An article that a file of another name already holds is passed over where the content is the same, else
///   rejected, naming both; but it passes over from a file that vanished, from standard input, and to
///   standard input. A file with a copy takes the article when its holder gives it up.
/// - Every commit leaves a state that the next run goes on from: it ends where this one would have.
class IncrementalUpdate {
 public:
  /// `lines_a_block`: of JSON Lines, between which a batch may end.
  IncrementalUpdate(const ArticlePipeline& pipeline, IndexWriter& writer, RunReport& report, const Scan& scan,
                    const UpdateRules& rules,
                    std::size_t lines_a_block = std::numeric_limits<std::size_t>::max());

  /// Reads and writes everything; the last batch is left for the caller to commit. Where a signal asks to
  /// stop (report.stopped), the next run has to go on.
  void run(std::size_t threads);

  /// To be called with every commit: keeps the state of the file that is only partly written.
  void save_open_file();

 private:
  struct Claim {
    ArticlePlace place;
    std::string content_hash;
  };
  struct OpenFile {
    std::shared_ptr<const FileToRead> file;
    bool continued = false;
    bool deferred = false;       ///< an article of it waits for others
    std::set<std::string> seen;  ///< id terms
    std::uint64_t articles_before = 0;
    std::uint64_t duplicates = 0;
    FailureRecord failures;
    FailureRecord remembered;  ///< of earlier runs
    ReadPosition position;
  };

  bool read_all(std::size_t threads);
  void open(const ReadOutcome& outcome);
  void absorb(ReadOutcome&& outcome);
  void absorb_article(const FileToRead& file, BuiltArticle&& article);
  void absorb_new_or_taken(const FileToRead& file, const ArticlePlace& place, BuiltArticle&& article);
  bool may_take_over(const std::string& holder, const FileToRead& file) const;
  void take_over(Xapian::docid document, bool from_other_file, BuiltArticle&& article);
  void reject(InputError error);
  void reject_or_pass_over(const ArticlePlace& place, const BuiltArticle& article,
                           const std::string& held_hash, const std::string& holder);

  void finish_file(const ReadOutcome& outcome);
  void finish_unchanged(const OpenFile& open);
  FileRecord record_of(const OpenFile& open) const;
  std::vector<KnownArticle> unseen_of(const OpenFile& open) const;
  void save_failures(const OpenFile& open);

  const ArticlePipeline& pipeline_;
  IndexWriter& writer_;
  RunReport& report_;
  const Scan& scan_;
  UpdateRules rules_;
  std::size_t lines_a_block_;
  std::int64_t scan_time_ns_;
  ReadPlan plan_;
  Settlement settlement_;
  bool second_reading_ = false;  ///< of files with copies of what was taken out
  std::optional<OpenFile> open_;
  std::map<std::string, Claim> claims_;  ///< by id term: the articles met in this run
};

}  // namespace mahdar
