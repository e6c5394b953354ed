#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "indexer/pipeline/article_pipeline.h"
#include "indexer/pipeline/task_source.h"
#include "indexer/run_report.h"
#include "indexer/scanner.h"
#include "indexer/write/failure_record.h"
#include "indexer/write/file_plan.h"
#include "indexer/write/file_record.h"
#include "indexer/write/segment_builder.h"
#include "indexer/write/source_roots.h"

namespace mahdar {

/// Builds a whole generation from nothing: threads turn runs of files into small databases, which are
/// compacted into one. Documents stand in the order of the scan, whatever the threads do.
class BulkBuild {
 public:
  static constexpr std::size_t kSegmentBytes = std::size_t{6} << 20;

  /// `dir`: an empty folder on the index's file system, for all that is built. `known`: the state of the
  /// sources in an older generation, whose files keep the ids that they have by their paths. `segment_bytes`:
  /// of source that make one small database; up to four of them a thread are held in memory.
  BulkBuild(const ArticlePipeline& pipeline, RunReport& report, std::filesystem::path dir,
            std::map<std::string, FileRecord> known = {}, std::size_t segment_bytes = kSegmentBytes);

  /// The folder of the finished database, still without identity and facets; where a signal asks to stop
  /// (report.stopped), or files were begun for as long as `most`, of what was built so far. Throws
  /// Xapian::Error, filesystem_error.
  std::filesystem::path run(const Scan& scan, std::size_t threads,
                            std::chrono::seconds most = std::chrono::seconds::max());

  /// Whether `most` was too little for all.
  bool partial() const { return partial_; }

  /// Takes out articles whose id another has, which is a newer version or was there before, and writes the
  /// state of the sources.
  void finish(Xapian::WritableDatabase& database) const;

 private:
  struct BuiltFile {
    std::string shown;
    FileRecord* record = nullptr;  ///< in records_
  };
  struct Place {  ///< an article in the index has one: kept small
    const BuiltFile* file = nullptr;
    std::uint64_t line = 0;
    std::string content_hash;
    std::string version;  ///< slot::kVersion
    std::string to_string() const;
  };
  struct Claims {
    std::size_t number = 1;
    std::size_t winner = 0;
  };

  void learn_names(const Scan& scan);
  std::shared_ptr<const FileToRead> next_file(const Scan& scan);
  std::optional<Segment> next_segment(TaskSource& tasks);
  void absorb(BuiltSegment&& built);
  void absorb(ReadOutcome&& outcome);
  void claim(const BuiltArticle& article);
  void contend(const BuiltArticle& article, const Place& place, Place& best);
  bool may_contend(const BuiltArticle& article, const Place& place, const Place& best);
  static bool is_newer(const Place& place, const Place& best);
  void pass_over(const BuiltFile& file, bool same_content, bool to_other_file);
  void reject_same_id(const BuiltArticle& article, const Place& place, const Place& first);
  void reject(const std::string& path, InputError error);
  std::filesystem::path merge(std::vector<std::filesystem::path> parts);

  const ArticlePipeline& pipeline_;
  RunReport& report_;
  std::filesystem::path dir_;
  std::size_t segment_bytes_;
  std::int64_t scan_time_ns_;
  std::map<std::string, FileRecord> known_;
  std::optional<RenamedFiles> renamed_;
  PathIds path_ids_;
  SourceRoots roots_;
  std::size_t next_source_ = 0;
  bool standard_input_due_ = false;
  bool partial_ = false;
  std::size_t dirs_made_ = 0;
  std::vector<std::filesystem::path> parts_;
  std::map<std::string, FileRecord> records_;        ///< by path
  std::map<std::string, FailureRecord> failures_;    ///< by path
  std::unordered_map<std::uint64_t, Place> claims_;  ///< by hash of the id term
  std::deque<BuiltFile> files_;                      ///< the last is at hand
  std::map<std::string, Place> open_claims_;         ///< of it, by id term: what stands for it
  std::map<std::string, Claims> doubled_;            ///< by id term that more than one article has
};

}  // namespace mahdar
