#pragma once

#include <cstdint>
#include <string>

#include "indexer/file_stamp.h"
#include "indexer/readers/file_kind.h"

namespace mahdar {

/// A file found by a scan.
struct SourceFile {
  std::string path;      ///< absolute, links resolved up to the root: its identity in the index
  std::string shown;     ///< as the user would write it, for messages and `explain`
  std::string root;      ///< absolute path of the SOURCE it was found under (a file: itself)
  std::string relative;  ///< below the root; for a file given by itself its name
  FileStamp stamp;
  FileKind kind = FileKind::kText;
  bool found_by_walk = true;  ///< false: given by itself, and a walk of its folder would pass it over
};

}  // namespace mahdar
