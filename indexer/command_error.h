#pragma once

#include <stdexcept>
#include <string>

#include "schema/exit_code.h"

namespace mahdar {

/// Ends a command: what is wrong, in words for the user, and the exit code that says so to scripts.
class CommandError : public std::runtime_error {
 public:
  CommandError(ExitCode exit_code, const std::string& message)
      : std::runtime_error(message), code_(exit_code) {}
  ExitCode code() const { return code_; }

 private:
  ExitCode code_;
};

}  // namespace mahdar
