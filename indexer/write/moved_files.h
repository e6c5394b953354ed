#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/scanner.h"
#include "indexer/write/file_record.h"

namespace mahdar {

/// Recognizes files of which the index knows another path that is gone, also where that lies in a source that
/// this run does not look at: a folder that was renamed, and its name with it in the settings. A moved file
/// has the inode of the one before, or its path below the root, and in both cases its bytes.
class MovedFiles {
 public:
  using Records = std::map<std::string, FileRecord>;

  /// Both must outlive this. A file is looked at only where something new looks like it, and never a whole
  /// source: a new file is read, and a known one only where a run that was cut short may have left it so.
  MovedFiles(const Records& records, const Scan& scan);

  /// What a found file was before, by its path now; null: it did not move.
  const FileRecord* before(std::string_view path) const;

  /// Where the file of a record is now; empty: unknown.
  std::string_view now(const FileRecord& record) const;

  /// The records of moved files, by their path now.
  const std::unordered_map<std::string_view, const FileRecord*>& all() const { return before_; }

 private:
  using Lost = std::unordered_multimap<std::string, const FileRecord*>;

  void learn_lost(const Scan& scan);
  void match(const SourceFile& file);
  const FileRecord* match_in(const Lost& lost, const std::string& key, const SourceFile& file) const;
  bool may_be(const FileRecord& record, const SourceFile& file) const;

  const Records& records_;
  Lost by_inode_;  ///< of no file found by this run
  Lost by_place_;  ///< by path below the root
  std::unordered_map<std::string_view, const FileRecord*> before_;
  std::unordered_map<const FileRecord*, std::string_view> now_;
};

}  // namespace mahdar
