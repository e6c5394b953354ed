#include "analyzers/text/token.h"

#include <array>
#include <cstdint>

#include "analyzers/text/word_hash.h"

namespace mahdar {
namespace {

using Square = std::array<std::uint32_t, 32>;

/// Of every square of twice `side` rows and bits, the quarters off the diagonal change places.
template <std::size_t side, std::uint32_t low>
void swap_quarters(Square& rows) {
  for (std::size_t square = 0; square < rows.size(); square += 2 * side) {
    for (std::size_t row = square; row < square + side; ++row) {
      const std::uint32_t differ = (rows[row] >> side ^ rows[row + side]) & low;
      rows[row] ^= differ << side;
      rows[row + side] ^= differ;
    }
  }
}

/// Bit c of row r becomes bit r of row c. H. S. Warren, Hacker's Delight, 2nd ed., 7-3. No step depends on
/// the bits, so that no branch is guessed wrong.
void transpose(Square& rows) {
  swap_quarters<16, 0x0000FFFF>(rows);
  swap_quarters<8, 0x00FF00FF>(rows);
  swap_quarters<4, 0x0F0F0F0F>(rows);
  swap_quarters<2, 0x33333333>(rows);
  swap_quarters<1, 0x55555555>(rows);
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
