#include "indexer/standard_streams.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <initializer_list>
#include <unistd.h>

namespace mahdar {

void hold_standard_streams() {
  std::signal(SIGXFSZ, SIG_IGN);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
    // Against its direction, so that its use fails. The lowest number that is free is the one that is held.
    [[maybe_unused]] const int held = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

bool flush_standard_output() {
  errno = EIO;  // of a failure before, whose own reason is gone
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

}  // namespace mahdar
