#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mahdar {

/// XXH3-128 of `bytes` as 32 hexadecimal digits, in canonical (big-endian) order.
std::string checksum_hex(std::string_view bytes);

/// The same as kChecksumBytes bytes, in the same order.
std::string checksum_bytes(std::string_view bytes);

inline constexpr std::size_t kChecksumBytes = 16;

}  // namespace mahdar
