#pragma once

#include <string_view>
#include <vector>

namespace mahdar {

/// The lines of an embedded data file of analyzers/data, without comments (# to the end of the line), blanks
/// at the ends and empty lines. The views live as long as the program. Throws std::logic_error where the file
/// is missing from the program.
std::vector<std::string_view> word_list(std::string_view file_name);

/// The words of such a file, separated by blanks or line ends.
std::vector<std::string_view> words_of_list(std::string_view file_name);

/// The fields of a line between tabs, without blanks at the ends.
std::vector<std::string_view> fields_of(std::string_view line);

}  // namespace mahdar
