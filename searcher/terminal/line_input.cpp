#include "searcher/terminal/line_input.h"

#include <cstdio>
#include <cstdlib>
#include <memory>

#include <readline/history.h>
#include <readline/readline.h>

#include "searcher/terminal/terminal_size.h"

namespace mahdar {
namespace {

constexpr int kHistoryLines = 1000;

/// The line being typed; Readline's hooks know no object.
struct Waiting {
  TerminalSize size;
  bool stopped = false;
  std::string typed;
  int cursor = 0;
};
Waiting waiting;

/// Called ten times a second while no key comes.
int stop_when_resized() {
  if (waiting.stopped || terminal_size() == waiting.size) return 0;
  waiting = {waiting.size, true, rl_line_buffer, rl_point};
  rl_replace_line("", 0);
  rl_done = 1;
  return 0;
}

int put_back() {
  rl_insert_text(waiting.typed.c_str());
  rl_point = waiting.cursor;
  return 0;
}

}  // namespace

LineInput::LineInput(std::string history_file) : history_file_(std::move(history_file)) {
  using_history();
  stifle_history(kHistoryLines);
  if (!history_file_.empty()) read_history(history_file_.c_str());
}

LineInput::~LineInput() {
  if (!history_file_.empty()) write_history(history_file_.c_str());
}

std::optional<std::string> LineInput::read(const std::string& prompt, const std::function<void()>& resized) {
  rl_event_hook = stop_when_resized;
  rl_startup_hook = put_back;
  for (waiting = {};; resized()) {
    waiting.size = terminal_size();
    waiting.stopped = false;
    const std::unique_ptr<char, decltype(&std::free)> line(readline(prompt.c_str()), &std::free);
    if (waiting.stopped) continue;
    if (!line) return std::nullopt;
    if (*line) add_history(line.get());
    return std::string(line.get());
  }
}

}  // namespace mahdar
