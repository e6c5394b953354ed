#pragma once

#include <cstddef>
#include <cstdint>

/// Limits of a connection.
namespace mahdar::server_limits {
inline constexpr std::uint32_t kHeaderBytes = 8192;
inline constexpr int kSeconds = 10;         ///< for a whole request to come, or an answer to go
inline constexpr std::size_t kQueue = 128;  ///< requests that wait for a worker
inline constexpr std::size_t kConnections = 4096;
}  // namespace mahdar::server_limits
