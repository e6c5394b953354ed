#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "indexer/run_report.h"

namespace mahdar {

/// Priorities of syslog, as the journal of systemd reads them.
enum class LogPriority : int { kError = 3, kWarning = 4, kNotice = 5, kInfo = 6 };

/// One line of log on standard error, "mahdar-index: …", as printable() makes it; under systemd with
/// its priority in front ("<3>"), where standard error goes to the journal (JOURNAL_STREAM).
void log_line(LogPriority priority, std::string_view text);

/// What a run says on standard error: problems always, progress on a terminal alone.
class Console {
 public:
  Console();
  /// Wipes a progress line.
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  bool on_terminal() const { return on_terminal_; }

  void problem(const InputError& error);
  void note(std::string_view text, LogPriority priority = LogPriority::kWarning);
  /// Files, articles, rate and the time that is left; at most some times a second.
  void progress(const RunReport& report);

  /// Makes a report speak through this console, which must outlive it.
  void listen_to(RunReport& report);

 private:
  void wipe();

  using Clock = std::chrono::steady_clock;
  bool on_terminal_;
  bool line_shown_ = false;
  Clock::time_point started_ = Clock::now();
  Clock::time_point last_ = started_;
};

}  // namespace mahdar
