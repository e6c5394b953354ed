#pragma once

#include <chrono>
#include <exception>

namespace mahdar {

/// Thrown out of a match to stop it: Xapian's own time limit does not.
class DeadlineExceeded : public std::exception {
 public:
  const char* what() const noexcept override { return "the search took too long"; }
};

/// Throws DeadlineExceeded once the time is over; looks at the clock at every 64th call.
class DeadlineCheck {
 public:
  explicit DeadlineCheck(std::chrono::steady_clock::time_point deadline) : deadline_(deadline) {}

  void operator()() {
    if ((++calls_ & 63) == 0 && std::chrono::steady_clock::now() > deadline_) throw DeadlineExceeded();
  }

 private:
  std::chrono::steady_clock::time_point deadline_;
  unsigned calls_ = 0;
};

}  // namespace mahdar
