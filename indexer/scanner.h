#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/source_file.h"
#include "schema/result.h"

namespace mahdar {

/// One SOURCE of the command line after looking at it.
struct ScannedRoot {
  std::string path;       ///< absolute; as given where it cannot be looked at
  bool present = false;   ///< it exists, and holds at least one file that can be read
  bool complete = false;  ///< every folder in it could be listed, or it is plainly not there: what was not
                          ///< found is gone
};

/// A folder, or a file, that could not be looked at.
struct Unread {
  std::string path;  ///< absolute
  std::string root;
  InputError why;  ///< names the path as it was given
};

struct Scan {
  std::vector<SourceFile> files;  ///< by source in the order given, then by path; no file twice
  std::vector<ScannedRoot> roots;
  std::vector<InputError> missing;  ///< sources that are missing or empty
  std::vector<Unread> unread;
  bool standard_input = false;  ///< "-" was among the sources
};

/// Finds the files of the given sources: folders are walked in sorted order, hidden files and files of other
/// kinds are passed over, links inside a source are never followed. A file given by itself is taken whatever
/// its ending. `index`: the index's own folder, which is no source even where it lies in one. `may_empty`:
/// what the index holds of a missing or empty source will be removed, which its problem then says.
Scan scan_sources(const std::vector<std::string>& sources, const std::filesystem::path& index = {},
                  bool may_empty = false);

}  // namespace mahdar
