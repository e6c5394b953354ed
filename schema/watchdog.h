#pragma once

#include <chrono>
#include <ctime>

namespace mahdar {

/// From now on watchdogs end the program with ExitCode::kIoError and a message that names the remedy. Until
/// then, as in tests of the libraries, they do nothing. `program`: a literal, for the message. To be called
/// once, before there are threads.
void let_watchdogs_bite(const char* program);

/// Bounds one piece of work on an index that takes moments: Xapian 1.4 can go round for ever in a damaged
/// block, which no deadline of ours can see. What was committed stays on disk, as after a kill. Several may
/// live at a time, on any threads.
class Watchdog {
 public:
  static constexpr std::chrono::seconds kLimit{60};  ///< far above any deadline, on a laden machine too

  explicit Watchdog(std::chrono::seconds limit = kLimit);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

 private:
  timer_t timer_{};
  bool armed_ = false;
};

}  // namespace mahdar
