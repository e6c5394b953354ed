#include "schema/watchdog.h"

#include <csignal>

#include "schema/last_words.h"

namespace mahdar {
namespace {

const char* name_of_program = nullptr;

extern "C" void end_in_time(int) {
  end_with_last_words(
      name_of_program,
      "reading the index does not come to an end: it is damaged, or the disk does not answer. If "
      "mahdar-index verify finds damage, mahdar-index rebuild makes it anew");
}

}  // namespace

void let_watchdogs_bite(const char* program) {
  name_of_program = program;
  struct sigaction action {};
  action.sa_handler = end_in_time;
  ::sigaction(SIGALRM, &action, nullptr);
}

Watchdog::Watchdog(std::chrono::seconds limit) {
  if (name_of_program == nullptr) return;
  struct sigevent event {};
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGALRM;
  if (::timer_create(CLOCK_MONOTONIC, &event, &timer_) != 0) return;  // then without
  armed_ = true;
  struct itimerspec when {};
  when.it_value.tv_sec = limit.count();
  ::timer_settime(timer_, 0, &when, nullptr);
}

Watchdog::~Watchdog() {
  if (armed_) ::timer_delete(timer_);
}

}  // namespace mahdar
