#include "analyzers/text/token.h"

#include <cstring>

namespace mahdar {
namespace {

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  const unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

}  // namespace

// The multiply-and-fold step of Wang Yi's wyhash, eight bytes at a time.
std::uint64_t hash_word(std::string_view folded) {
  constexpr std::uint64_t kFirst = 0xa0761d6478bd642f;
  constexpr std::uint64_t kSecond = 0xe7037ed1a0b428db;
  std::uint64_t hash = kFirst ^ folded.size();
  const char* at = folded.data();
  std::size_t left = folded.size();
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t block = 0;
    std::memcpy(&block, at, 8);
    hash = mixed(hash ^ block, kSecond);
  }
  std::uint64_t rest = 0;
  if (left > 0) std::memcpy(&rest, at, left);
  return mixed(hash ^ rest, kFirst);
}

TokenStream::TokenStream() : memory_(std::make_unique<std::pmr::monotonic_buffer_resource>()) {}

}  // namespace mahdar
