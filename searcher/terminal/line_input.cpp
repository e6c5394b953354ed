#include "searcher/terminal/line_input.h"

#include <cstdio>
#include <cstdlib>
#include <memory>

#include <readline/history.h>
#include <readline/readline.h>

namespace mahdar {
namespace {

constexpr int kHistoryLines = 1000;

}  // namespace

LineInput::LineInput(std::string history_file) : history_file_(std::move(history_file)) {
  using_history();
  stifle_history(kHistoryLines);
  if (!history_file_.empty()) read_history(history_file_.c_str());
}

LineInput::~LineInput() {
  if (!history_file_.empty()) write_history(history_file_.c_str());
}

std::optional<std::string> LineInput::read(const std::string& prompt) {
  const std::unique_ptr<char, decltype(&std::free)> line(readline(prompt.c_str()), &std::free);
  if (!line) return std::nullopt;
  if (*line) add_history(line.get());
  return std::string(line.get());
}

}  // namespace mahdar
