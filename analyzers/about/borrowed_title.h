#pragma once

#include <cstddef>
#include <string_view>

namespace mahdar {

/// Bytes of the paragraph's beginning that serve as title of an article without a headline: its first
/// sentence where that has at most 200 characters, else whole clauses of it within about 160, else whole
/// words. Never ends inside a word, nor on a word that only leads to the next ("في", "إلى"). Linear,
/// thread-safe.
std::size_t borrowed_title(std::string_view paragraph);

}  // namespace mahdar
