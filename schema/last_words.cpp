#include "schema/last_words.h"

#include <cstring>
#include <initializer_list>
#include <unistd.h>

#include "schema/exit_code.h"

namespace mahdar {

void end_with_last_words(const char* program, const char* words) {
  for (const char* text : {program, ": ", words, "\n"}) {
    [[maybe_unused]] const ssize_t ignored = ::write(STDERR_FILENO, text, std::strlen(text));
  }
  ::_exit(to_int(ExitCode::kIoError));
}

}  // namespace mahdar
