#include "searcher/terminal/terminal_size.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace mahdar {

TerminalSize terminal_size() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return {};
  return {size.ws_col, size.ws_row};
}

}  // namespace mahdar
