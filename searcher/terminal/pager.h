#pragma once

#include <string_view>

namespace mahdar {

/// Shows a text in $PAGER, else less, until the user leaves it. False where no pager could be run: nothing
/// was shown. Not for two threads at a time.
bool show_in_pager(std::string_view text);

}  // namespace mahdar
