#include "analyzers/text/token.h"

#include <array>
#include <bit>
#include <numeric>

#include "analyzers/text/word_hash.h"

namespace mahdar {

std::uint64_t hash_word(std::string_view folded) {
  return detail::word_hash(folded);
}

std::uint32_t hash_stem(std::string_view stem) {
  return static_cast<std::uint32_t>(detail::word_hash(stem) >> 32);
}

TokenStream::TokenStream() : memory_(std::make_unique<std::pmr::monotonic_buffer_resource>()) {}

void TokenStream::list_marks() {
  std::array<std::uint32_t, 32> counts{};
  const auto each = [&](const auto& visit) {
    for (std::uint32_t i = 0; i < tokens_.size(); ++i)
      for (std::uint32_t marks = tokens_[i].marks; marks != 0; marks &= marks - 1)
        visit(static_cast<std::size_t>(std::countr_zero(marks)), i);
  };
  each([&](std::size_t mark, std::uint32_t) { ++counts[mark]; });
  mark_ends_.resize(counts.size());
  std::exclusive_scan(counts.begin(), counts.end(), mark_ends_.begin(), 0u);
  marked_.resize(mark_ends_.back() + counts.back());
  each([&](std::size_t mark, std::uint32_t token) { marked_[mark_ends_[mark]++] = token; });
}

}  // namespace mahdar
