#pragma once

#include <cstdint>
#include <string>

namespace mahdar {

/// How far a file of lines has been read.
struct ReadPosition {
  std::uint64_t offset = 0;  ///< bytes of the file as it lies on disk
  std::uint64_t lines = 0;   ///< whole lines before it; 0: can only be gone on from at the end of the file
  std::string hash;          ///< hash_hex of the bytes before it

  bool operator==(const ReadPosition&) const = default;
};

}  // namespace mahdar
