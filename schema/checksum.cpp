#include "schema/checksum.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace mahdar {

std::string checksum_hex(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string checksum_bytes(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  static_assert(sizeof canonical.digest == kChecksumBytes);
  return {reinterpret_cast<const char*>(canonical.digest), kChecksumBytes};
}

}  // namespace mahdar
