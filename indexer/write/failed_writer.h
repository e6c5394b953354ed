#pragma once

#include <exception>

#include <xapian.h>

namespace mahdar {

/// Makes a writer whose write failed end the run in order, whatever Xapian 1.4 does then:
/// - Destroyed, it would try the write again, fail, and end the program. So where an exception ends the
///   guard's scope, the writer is kept instead; the kernel closes its files when the program ends.
/// - It writes from destructors of its own too, where nothing can be caught. The program then ends at once
///   with ExitCode::kIoError and a message; what was committed is on disk, as after a kill.
class FailedWriterGuard {
 public:
  FailedWriterGuard() = default;
  ~FailedWriterGuard();
  FailedWriterGuard(const FailedWriterGuard&) = delete;
  FailedWriterGuard& operator=(const FailedWriterGuard&) = delete;

  /// To be called once, as soon as the writer is open.
  void watch(const Xapian::WritableDatabase& writer);

 private:
  Xapian::WritableDatabase writer_;  ///< another handle of the same
  int exceptions_ = std::uncaught_exceptions();
};

}  // namespace mahdar
