#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mahdar {

/// Terminal columns of a line; colour sequences take none.
std::size_t line_width(std::string_view line);

/// Lines of at most `columns` terminal columns, broken at spaces, within a word only where it alone is wider,
/// and never between a letter and its marks. Colours and bidi isolates open at a break are closed there and
/// opened again on the next line; continuations begin with the spaces the text begins with.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

/// The same for each line of a text.
std::vector<std::string> wrapped_lines(const std::string& text, std::size_t columns);

/// Two blocks of lines side by side: the first padded to `left_columns`, the second to `right_columns`, so
/// that all lines are equally wide and stay in columns when put in visual order. Lines must fit already.
/// A right-to-left mark between them keeps the text of one out of the other then.
std::vector<std::string> beside(const std::vector<std::string>& left, std::size_t left_columns,
                                const std::vector<std::string>& right, std::size_t right_columns,
                                bool for_visual_order = false);

}  // namespace mahdar
