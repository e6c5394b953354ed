#include "analyzers/text/token.h"

#include <array>
#include <cstdint>

#include "analyzers/text/word_hash.h"

namespace mahdar {
namespace {

/// Bit c of row r becomes bit r of row c: the squares off the diagonal change places, ever smaller ones. H.
/// S. Warren, Hacker's Delight, 2nd ed., 7-3. No step depends on the bits, so that no branch is guessed
/// wrong.
void transpose(std::array<std::uint32_t, 32>& rows) {
  std::uint32_t low = 0x0000FFFF;
  for (std::size_t side = 16; side != 0; side /= 2, low ^= low << side) {
    for (std::size_t upper = 0; upper < rows.size(); upper = (upper + side + 1) & ~side) {
      const std::uint32_t differ = (rows[upper] >> side ^ rows[upper + side]) & low;
      rows[upper] ^= differ << side;
      rows[upper + side] ^= differ;
    }
  }
}

}  // namespace

std::uint64_t hash_word(std::string_view folded) {
  return detail::word_hash(folded);
}

std::uint32_t hash_stem(std::string_view stem) {
  return static_cast<std::uint32_t>(detail::word_hash(stem) >> 32);
}

TokenStream::TokenStream() : memory_(std::make_unique<std::pmr::monotonic_buffer_resource>()) {}

void TokenStream::list_marks() {
  marked_.resize((tokens_.size() + kBlock - 1) / kBlock);
  for (std::size_t i = 0; i < tokens_.size(); ++i) marked_[i / kBlock][i % kBlock] = tokens_[i].marks;
  for (MarkedTokens& block : marked_) transpose(block);
  lists_marks_ = true;
}

}  // namespace mahdar
