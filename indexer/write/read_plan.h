#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <xapian.h>

#include "indexer/pipeline/read_task.h"
#include "indexer/scanner.h"
#include "indexer/write/file_plan.h"
#include "indexer/write/file_record.h"
#include "indexer/write/moved_files.h"
#include "indexer/write/source_roots.h"
#include "indexer/write/update_rules.h"

namespace mahdar {

/// Compares a scan with the state kept in the index: which files have to be read, as what, and which are
/// gone or moved. Used by one thread.
class ReadPlan {
 public:
  /// `database` and `scan` must outlive this; the database is asked for a file's articles when its turn
  /// comes.
  ReadPlan(const Xapian::Database& database, const Scan& scan, const UpdateRules& rules);

  /// The next file to read, in the order of the scan, then standard input; null at the end, or where
  /// turn_to_copies was called at the end of those.
  std::shared_ptr<const FileToRead> next();

  /// A file of which not everything was read in this run. Where other files hold articles of it, it is to be
  /// read when one of those gives up an article.
  void pass_by(const SourceFile& source, const FileRecord& record);

  /// An article was given up: files that are still to come are read where others hold articles of them.
  void weigh_again() { weighs_again_ = true; }

  /// Whether a file was found unchanged by this run, and not read.
  bool is_passed(std::string_view path) const { return passed_.contains(path); }

  /// A file as the scan of this run found it, under the source that it belongs to; none where it did not.
  std::optional<SourceFile> found(const std::string& path) const;

  /// These files, by path.
  const std::map<std::string, FileToRead>& passed_copies() const { return passed_copies_; }

  /// Lets next() go on with passed_copies; false where there are none.
  bool turn_to_copies();

  /// As they were before this run, by path.
  const std::map<std::string, FileRecord>& records() const { return records_; }

  /// Whether any file was found in this SOURCE before.
  bool knows_root(const std::string& path) const;

  /// What a file found in this run was before it was renamed or moved, where that is known by more than its
  /// bytes; null: nothing.
  const FileRecord* moved_from(std::string_view path) const { return moved_.before(path); }

  /// Where a recorded file was found now that it moved; empty: nowhere.
  std::string_view moved_to(const FileRecord& record) const { return moved_.now(record); }

  /// Records of files that are not in their source any more, which was found present and scanned completely;
  /// and of those that moved, whatever became of their source.
  const std::vector<const FileRecord*>& vanished() const { return vanished_; }
  bool is_vanished(const std::string& file_term) const { return vanished_terms_.contains(file_term); }

  /// Bytes of the files passed so far, and of those among them that needed no reading.
  std::uint64_t bytes_passed() const { return bytes_passed_; }
  std::uint64_t bytes_unchanged() const { return bytes_unchanged_; }

 private:
  SourceRoots find_roots() const;
  std::vector<const FileRecord*> find_vanished() const;
  std::vector<const FileRecord*> vanished_unmoved() const;
  void add_moved();
  std::shared_ptr<const FileToRead> plan(const SourceFile& source);
  bool is_unchanged(const SourceFile& source, const FileRecord& record) const;
  bool tries_again(const SourceFile& source, const FileRecord& record) const;

  const Xapian::Database& database_;
  const Scan& scan_;
  UpdateRules rules_;
  std::map<std::string, FileRecord> records_;
  SourceRoots roots_;  ///< of this run and those before
  std::vector<const FileRecord*> vanished_;
  std::set<std::string> vanished_terms_;
  MovedFiles moved_;
  RenamedFiles renamed_;
  PathIds path_ids_;
  std::size_t next_source_ = 0;
  bool standard_input_due_;
  bool weighs_again_ = false;
  std::unordered_set<std::string_view> passed_;
  std::unordered_map<std::string_view, const SourceFile*> found_;
  std::map<std::string, FileToRead> passed_copies_;
  std::deque<FileToRead> copies_due_;
  std::uint64_t bytes_passed_ = 0;
  std::uint64_t bytes_unchanged_ = 0;
};

/// The prefix::kFile term of a path's articles.
std::string file_term(std::string_view file_key);

}  // namespace mahdar
