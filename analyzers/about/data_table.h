#pragma once

#include <string_view>
#include <vector>

namespace mahdar {

/// The rows of a table linked into the program (data/*.tsv): lines without comments, cut at tabs. Throws
/// std::logic_error where there is no such file or a row has not `columns` cells.
std::vector<std::vector<std::string_view>> read_data_table(std::string_view file, std::size_t columns);

/// Cuts at a character; no empty parts.
std::vector<std::string_view> split(std::string_view text, char at);

}  // namespace mahdar
