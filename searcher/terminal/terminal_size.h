#pragma once

#include <cstddef>

namespace mahdar {

/// Columns and lines of a terminal.
struct TerminalSize {
  std::size_t columns = 80;
  std::size_t lines = 24;

  bool operator==(const TerminalSize&) const = default;
};

/// That of standard output now; 80 by 24 where it cannot be told.
TerminalSize terminal_size();

/// Columns to break lines to that no terminal shall break: as COLUMNS says where it is a number, else those
/// of terminal_size().
std::size_t output_columns();

}  // namespace mahdar
