#include "analyzers/text/token.h"

#include "analyzers/text/word_hash.h"

namespace mahdar {

std::uint64_t hash_word(std::string_view folded) {
  return detail::word_hash(folded);
}

TokenStream::TokenStream() : memory_(std::make_unique<std::pmr::monotonic_buffer_resource>()) {}

}  // namespace mahdar
