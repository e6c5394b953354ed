#pragma once

#include <string_view>

namespace mahdar {

inline constexpr std::string_view kProgramVersion = "0.1.0";

}  // namespace mahdar
