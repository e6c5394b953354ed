#include "schema/watchdog.h"

#include <chrono>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <doctest/doctest.h>

#include "schema/exit_code.h"

using namespace mahdar;

namespace {

/// The exit code of a process that does the work.
template <typename Work>
int exit_code_of(Work&& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void rest(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end) std::this_thread::sleep_until(end);
}

}  // namespace

TEST_CASE("a watchdog ends a program whose work does not end, and no other") {
  using std::chrono::milliseconds;
  using std::chrono::seconds;
  CHECK(exit_code_of([] {
          let_watchdogs_bite("watchdog test");
          const Watchdog watchdog(seconds(1));
          rest(milliseconds(5000));
        }) == to_int(ExitCode::kIoError));
  CHECK(exit_code_of([] {
          let_watchdogs_bite("watchdog test");
          { const Watchdog watchdog(seconds(1)); }
          rest(milliseconds(1300));
        }) == 0);
  CHECK(exit_code_of([] {
          const Watchdog watchdog(seconds(1));  // the program did not ask for them
          rest(milliseconds(1300));
        }) == 0);
}
