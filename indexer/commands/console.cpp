#include "indexer/commands/console.h"

#include <cstdio>
#include <string>
#include <unistd.h>

#include <fmt/format.h>

namespace mahdar {
namespace {

/// One line, whatever file names hold: control characters could forge lines or steer a terminal.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      line += fmt::format("\\x{:02x}", byte);
    } else {
      line += c;
    }
  }
  return line;
}

}  // namespace

Console::Console() : on_terminal_(::isatty(STDERR_FILENO) == 1) {}

Console::~Console() {
  wipe();
}

void Console::wipe() {
  if (line_shown_) fmt::print(stderr, "\r\x1B[K");
  line_shown_ = false;
}

void Console::problem(const InputError& error) {
  note(error.to_string());
}

void Console::note(std::string_view text) {
  wipe();
  fmt::print(stderr, "mahdar-index: {}\n", one_line(text));
}

void Console::progress(const RunReport& report) {
  if (!on_terminal_) return;
  const auto now = Clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const std::uint64_t written = report.articles_added + report.articles_changed;
  wipe();
  fmt::print(stderr, "{} of {} files, {} articles, {:.0f} articles/s", report.files_read, report.files,
             written, static_cast<double>(written) / seconds);
  std::fflush(stderr);
  line_shown_ = true;
}

void Console::listen_to(RunReport& report) {
  report.on_problem = [this](const InputError& error) { problem(error); };
  report.on_progress = [this](const RunReport& so_far) { progress(so_far); };
}

}  // namespace mahdar
