#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>

#include "indexer/pipeline/read_task.h"

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
  std::set<std::string> assigned_;
};

/// Standard input as a file: JSON Lines under the path "-".
std::shared_ptr<const FileToRead> standard_input();

/// A file modified so shortly before the scan, or after it, that it may change again without a new time
/// stamp, has to be looked at again: 0; else its own time.
std::int64_t trusted_mtime(const SourceFile& file, std::int64_t scan_time_ns);

/// Now, in nanoseconds since 1970.
std::int64_t wall_clock_ns();

}  // namespace mahdar
