#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mahdar {

/// Entries of a word list by section.
using CueSections = std::map<std::string, std::vector<std::string>, std::less<>>;

/// Reads the text of a word list: "[section]" opens a section, then one entry a line; '#' opens a comment
/// line. Throws std::runtime_error for an entry before the first section.
CueSections parse_cue_file(std::string_view content);

/// A word list linked into the program (analyzers/data/), by file name. Throws std::runtime_error where there
/// is none.
CueSections bundled_cues(std::string_view file_name);

}  // namespace mahdar
