#pragma once

#include <ostream>

#include "schema/exit_code.h"
#include "searcher/http/serve_options.h"

namespace mahdar {

/// Serves until SIGINT or SIGTERM. One thread holds the connections, so that slow ones cost nothing but a
/// socket; the workers only ever see whole requests. Writes where it listens and what goes wrong to `log`.
/// kUsage for an address that is none, kUnavailable where one is taken. Throws IndexError where the index
/// cannot be opened at the start.
ExitCode serve(const ServeOptions& options, std::ostream& log);

}  // namespace mahdar
