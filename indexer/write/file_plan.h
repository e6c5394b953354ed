#pragma once

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/pipeline/read_task.h"
#include "indexer/write/file_record.h"

namespace mahdar {

/// Gives files without an id of their own one by their path, the same in every run over the same files.
class PathIds {
 public:
  /// Whether another file's article in the index has this id.
  using Taken = std::function<bool(const std::string& id)>;

  explicit PathIds(Taken taken = [](const std::string&) { return false; }) : taken_(std::move(taken)) {}

  /// For a file seen for the first time.
  std::string assign(const SourceFile& file);

  /// For a file that already has one.
  void keep(const std::string& id) { assigned_.insert(id); }

 private:
  Taken taken_;
  std::unordered_set<std::string> assigned_;
};

/// Recognizes files that were renamed or moved: by their bytes: inodes are given to other files.
class RenamedFiles {
 public:
  /// `vanished`: records of files no longer found; they must outlive this.
  explicit RenamedFiles(const std::vector<const FileRecord*>& vanished);

  /// The record of what this new file was before, or null. Each record is given once. May read the file.
  const FileRecord* match(const SourceFile& file);

 private:
  const FileRecord* take(const FileRecord* record);

  std::unordered_multimap<std::string, const FileRecord*> by_hash_;
  std::unordered_set<std::uint64_t> sizes_;  ///< of what is in by_hash_
  std::unordered_set<const FileRecord*> taken_;
};

/// Standard input as a file: JSON Lines under the path "-".
std::shared_ptr<const FileToRead> standard_input();

}  // namespace mahdar
