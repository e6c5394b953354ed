#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// The sequence that asks the terminal to put `text` on its clipboard (xterm's OSC 52).
std::string clipboard_sequence(std::string_view text);

}  // namespace mahdar
