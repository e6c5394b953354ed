#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>

#include "schema/exit_code.h"
#include "searcher/http/serve_options.h"

namespace mahdar {

/// Limits of a connection.
namespace server_limits {
inline constexpr std::uint32_t kHeaderBytes = 8192;
inline constexpr int kSeconds = 10;         ///< for a whole request to come, or an answer to go
inline constexpr std::size_t kQueue = 128;  ///< requests that wait for a worker
inline constexpr std::size_t kConnections = 4096;
}  // namespace server_limits

/// Serves until SIGINT or SIGTERM. One thread holds the connections, so that slow ones cost nothing but a
/// socket; the workers only ever see whole requests. Writes where it listens and what goes wrong to `log`.
/// kUsage for an address that is none, kUnavailable where one is taken. Throws IndexError where the index
/// cannot be opened at the start.
ExitCode serve(const ServeOptions& options, std::ostream& log);

}  // namespace mahdar
