#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mahdar {

/// The name that a mistyped one is likely meant for: the fewest letters away (Damerau and Levenshtein,
/// neighbours swapped count once), at most two, or one where it is short; empty: none. ASCII.
std::string nearest_name(std::string_view typed, const std::vector<std::string>& names);

}  // namespace mahdar
