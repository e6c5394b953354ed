#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "indexer/source_file.h"

namespace mahdar {

/// To which SOURCE a file belongs where it lies under several: the widest, however it was named this time. So
/// a file or part of a source that is given by itself stays with its source, which sees when it goes.
class SourceRoots {
 public:
  /// An absolute path. Known files given by themselves are no roots.
  void add(std::string root) { roots_.insert(std::move(root)); }

  /// Gives the file its widest root, where a walk of that would come by it.
  void settle(SourceFile& file) const;

  /// The narrowest root that is, or holds, a path; empty: none.
  std::string_view narrowest(std::string_view path) const;

 private:
  std::unordered_set<std::string> roots_;
};

/// Whether a path is a folder or lies below it. Both absolute.
bool lies_in(std::string_view path, std::string_view folder);

}  // namespace mahdar
