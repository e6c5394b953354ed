#include "schema/bad_access.h"

#include <array>
#include <csignal>

#include "schema/last_words.h"

namespace mahdar {
namespace {

const char* name_of_program = "";

extern "C" void end_in_order(int) {
  end_with_last_words(
      name_of_program,
      "reading led outside of the program's memory: the index is damaged, or the program has a fault. "
      "If mahdar-index verify finds damage, mahdar-index rebuild makes it anew");
}

}  // namespace

void end_in_order_on_bad_access([[maybe_unused]] const char* program) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  static std::array<char, 16384> stack;  // the usual one may be what was overrun
  name_of_program = program;
  stack_t own{};
  own.ss_sp = stack.data();
  own.ss_size = stack.size();
  ::sigaltstack(&own, nullptr);
  struct sigaction action {};
  action.sa_handler = end_in_order;
  action.sa_flags = SA_ONSTACK;
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE}) ::sigaction(signal, &action, nullptr);
#endif
}

}  // namespace mahdar
