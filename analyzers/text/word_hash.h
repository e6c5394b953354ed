#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace mahdar::detail {

inline std::uint64_t multiply_and_fold(std::uint64_t a, std::uint64_t b) {
  const unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

/// The multiply-and-fold step of Wang Yi's wyhash, eight bytes at a time; the last block overlaps the one
/// before.
inline std::uint64_t word_hash(std::string_view word) {
  constexpr std::uint64_t kFirst = 0xa0761d6478bd642f;
  constexpr std::uint64_t kSecond = 0xe7037ed1a0b428db;
  std::uint64_t hash = kFirst ^ word.size();
  std::uint64_t block = 0;
  if (word.size() < sizeof block) {
    for (const char c : word) block = block << 8 | static_cast<unsigned char>(c);
    return multiply_and_fold(hash ^ block, kSecond);
  }
  const char* const last = word.data() + word.size() - sizeof block;
  for (const char* at = word.data(); at < last; at += sizeof block) {
    std::memcpy(&block, at, sizeof block);
    hash = multiply_and_fold(hash ^ block, kSecond);
  }
  std::memcpy(&block, last, sizeof block);
  return multiply_and_fold(hash ^ block, kSecond);
}

/// Equality without a call: words are short.
inline bool same_bytes(const char* a, const char* b, std::size_t size) {
  std::uint64_t x = 0, y = 0;
  if (size < sizeof x) {
    for (std::size_t i = 0; i < size; ++i) {
      if (a[i] != b[i]) return false;
    }
    return true;
  }
  for (std::size_t at = 0; at + sizeof x < size; at += sizeof x) {
    std::memcpy(&x, a + at, sizeof x);
    std::memcpy(&y, b + at, sizeof y);
    if (x != y) return false;
  }
  std::memcpy(&x, a + size - sizeof x, sizeof x);
  std::memcpy(&y, b + size - sizeof y, sizeof y);
  return x == y;
}

}  // namespace mahdar::detail
