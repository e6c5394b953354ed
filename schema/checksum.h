#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// XXH3-128 of `bytes` as 32 hexadecimal digits, in canonical (big-endian) order.
std::string checksum_hex(std::string_view bytes);

}  // namespace mahdar
