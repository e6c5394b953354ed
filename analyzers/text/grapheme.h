#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mahdar {

/// Byte offsets at which user-perceived characters (UAX #29 grapheme clusters) end, ascending.
std::vector<std::uint32_t> grapheme_ends(std::string_view utf8);

/// Terminal columns of a text (marks 0, wide characters 2).
std::size_t display_width(std::string_view utf8);

}  // namespace mahdar
