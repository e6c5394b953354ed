#include "searcher/terminal/terminal_size.h"

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

namespace mahdar {

TerminalSize terminal_size() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return {};
  return {size.ws_col, size.ws_row};
}

std::size_t output_columns() {
  const char* set = std::getenv("COLUMNS");
  const std::string_view text = set == nullptr ? "" : set;
  std::uint16_t columns = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
  const bool is_number = error == std::errc() && end == text.data() + text.size() && columns > 0;
  return is_number ? columns : terminal_size().columns;
}

}  // namespace mahdar
