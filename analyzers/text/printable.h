#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// A message as one line of well-formed UTF-8, whatever file names or damaged bytes stand in it: control
/// characters (they could forge lines or steer a terminal) and bytes that are no UTF-8 become "\x1b".
std::string printable(std::string_view text);

}  // namespace mahdar
