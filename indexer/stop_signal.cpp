#include "indexer/stop_signal.h"

#include <atomic>
#include <csignal>

namespace mahdar {
namespace {

std::atomic<bool> g_stop = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void on_stop_signal(int /*number*/) {
  g_stop = true;
}

}  // namespace

void watch_stop_signals() {
  struct sigaction action {};
  action.sa_handler = on_stop_signal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // and no SA_RESTART: reading a pipe may last for ever
  for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
    struct sigaction before {};
    // Who starts us with nohup means it.
    if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
      ::sigaction(number, &action, nullptr);
  }
}

bool stop_requested() {
  return g_stop;
}

}  // namespace mahdar
