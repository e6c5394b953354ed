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
#include "indexer/write/contest.h"
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
/// - Of versions of an article in files of one source the newest stands (Contest), and the others are passed
///   over. Of other articles with one id the one that is there stays: the later is passed over where the
///   content is the same, else rejected, naming both; but it passes over from a file that vanished, from
///   standard input, and to standard input. A file with a copy or another version takes the article when its
///   holder gives it up, or grows older than it.
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
  struct Claim {  ///< an article met has one: kept small
    std::shared_ptr<const SourceFile> file;
    std::uint64_t line = 0;  ///< 0 also for one of an earlier run
    std::string content_hash;
    std::string version;
  };
  struct OpenFile {
    std::shared_ptr<const FileToRead> file;
    std::shared_ptr<const SourceFile> source;  ///< without what is known of it
    bool continued = false;
    bool deferred = false;                      ///< an article of it waits for others
    std::map<std::string, BuiltArticle> older;  ///< than what the index has of it, by id term: till its end
    std::set<std::string> seen;                 ///< id terms
    std::uint64_t articles_before = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t superseded = 0;
    std::uint64_t contested = 0;
    FailureRecord failures;
    FailureRecord remembered;  ///< of earlier runs
    ReadPosition position;
  };

  bool read_all(std::size_t threads);
  void open(const ReadOutcome& outcome);
  void absorb(ReadOutcome&& outcome);
  void absorb_article(const FileToRead& file, BuiltArticle&& article);
  const Claim* earlier_in_file(const FileToRead& file, const BuiltArticle& article);
  bool follows(const Claim& earlier, const ArticlePlace& place, const BuiltArticle& article);
  bool is_taken(const FileToRead& file, const ArticlePlace& place, const BuiltArticle& article);
  void put(const FileToRead& file, const ArticlePlace& place, BuiltArticle&& article);
  void put_own(const FileToRead& file, const Holder& holder, BuiltArticle&& article);
  void contend(const FileToRead& file, const ArticlePlace& place, const Holder& holder,
               BuiltArticle&& article);
  void replace(Xapian::docid document, BuiltArticle&& article);
  void reject(InputError error);
  void pass_over(bool same_content, bool to_other_file);

  void give_way();
  void put_older();
  void finish_file(const ReadOutcome& outcome);
  void finish_unchanged(const OpenFile& open);
  FileRecord record_of(const OpenFile& open) const;
  std::set<Xapian::docid> unseen_of(const OpenFile& open) const;
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
  Contest contest_;
  bool gives_way_ = false;          ///< an article was given up, or is older than it was
  bool second_reading_ = false;     ///< of files that others hold articles of, where one gave way
  std::set<std::string> finished_;  ///< paths of files read to their end
  std::optional<OpenFile> open_;
  std::map<std::string, Claim> claims_;  ///< by id term: the articles met in this run
};

}  // namespace mahdar
