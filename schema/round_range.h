#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mahdar {

/// The two ends of "7", "7-9", "7..9", in any digits and with any dash; the first may lie above the second.
/// None where the text is no number from 1 to 999 nor two of them.
std::optional<std::pair<int, int>> round_ends(std::string_view text);

/// All rounds from end to end, in digits; none where the text names none or begins after it ends.
std::optional<std::vector<std::string>> round_range(std::string_view text);

}  // namespace mahdar
