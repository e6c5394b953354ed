#include "indexer/commands/console.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "analyzers/text/printable.h"

namespace mahdar {
namespace {

/// Whether standard error is the stream that systemd says goes to its journal ("device:inode").
bool stderr_is_journal() {
  const char* stream = std::getenv("JOURNAL_STREAM");
  struct stat status {};
  return stream != nullptr && ::fstat(STDERR_FILENO, &status) == 0 &&
         fmt::format("{}:{}", status.st_dev, status.st_ino) == stream;
}

/// "1 h 05 min", "3 min 20 s", "12 s".
std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds);
  if (whole >= 3600) return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
  if (whole >= 60) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} s", whole);
}

}  // namespace

void log_line(LogPriority priority, std::string_view text) {
  static const bool to_journal = stderr_is_journal();
  const std::string mark = to_journal ? fmt::format("<{}>", static_cast<int>(priority)) : std::string();
  fmt::print(stderr, "{}mahdar-index: {}\n", mark, printable(text));
}

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

void Console::note(std::string_view text, LogPriority priority) {
  wipe();
  log_line(priority, text);
}

void Console::progress(const RunReport& report) {
  if (!on_terminal_) return;
  const auto now = Clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const std::uint64_t written = report.articles_added + report.articles_changed;
  wipe();
  fmt::print(stderr, "{} of {} files read, {} articles, {:.0f} articles/s", report.files_read, report.files,
             written, static_cast<double>(written) / seconds);
  if (report.bytes_read > 0 && report.bytes_to_read >= report.bytes_read)
    fmt::print(stderr, ", {} left",
               duration(seconds * static_cast<double>(report.bytes_to_read - report.bytes_read) /
                        static_cast<double>(report.bytes_read)));
  std::fflush(stderr);
  line_shown_ = true;
}

void Console::listen_to(RunReport& report) {
  report.on_problem = [this](const InputError& error) { problem(error); };
  report.on_progress = [this](const RunReport& so_far) { progress(so_far); };
}

}  // namespace mahdar
