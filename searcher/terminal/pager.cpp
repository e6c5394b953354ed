#include "searcher/terminal/pager.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>

namespace mahdar {
namespace {

constexpr int kNoSuchCommand = 127;

}  // namespace

bool show_in_pager(std::string_view text) {
  const char* chosen = std::getenv("PAGER");
  const char* terminal = std::getenv("TERM");
  if (!terminal || std::string_view(terminal) == "dumb") return false;  // no pager could page there
  setenv("LESS", "FRX", 0);  // colours as they are, and no stop for what fits on the screen
  std::FILE* pager = popen(chosen && *chosen ? chosen : "less", "w");
  if (!pager) return false;
  // Who leaves the pager before the end of the text leaves the pager, not this program.
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  std::fwrite(text.data(), 1, text.size(), pager);
  const int status = pclose(pager);
  std::signal(SIGPIPE, before);
  return !(WIFEXITED(status) && WEXITSTATUS(status) == kNoSuchCommand);
}

}  // namespace mahdar
