#pragma once

#include <chrono>
#include <filesystem>

namespace mahdar {

/// The right to write an index, held until destruction. The kernel gives it back when the process ends,
/// however it ends, so there are no stale locks.
class IndexLock {
 public:
  /// Creates the file where needed, and waits up to `wait` for another process to give it up. Throws
  /// CommandError: kLocked, naming the holder's process id, where another process still has it, or a signal
  /// asks to stop; kPermission or kCannotCreate where the file cannot be made.
  explicit IndexLock(const std::filesystem::path& file, std::chrono::duration<double> wait = {});
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  int file_ = -1;
};

}  // namespace mahdar
