#include "analyzers/text/token.h"

#include "analyzers/text/word_hash.h"

namespace mahdar {

std::uint64_t hash_word(std::string_view folded) {
  return detail::word_hash(folded);
}

std::uint32_t hash_stem(std::string_view stem) {
  return static_cast<std::uint32_t>(detail::word_hash(stem) >> 32);
}

TokenStream::TokenStream() : memory_(std::make_unique<std::pmr::monotonic_buffer_resource>()) {}

}  // namespace mahdar
