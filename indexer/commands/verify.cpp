#include "indexer/commands/command.h"

namespace mahdar {
ExitCode run_verify(const Options&) {
  return ExitCode::kDone;
}
ExitCode run_status(const Options&) {
  return ExitCode::kDone;
}
}  // namespace mahdar
