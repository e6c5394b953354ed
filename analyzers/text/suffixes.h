#pragma once

#include <cstddef>
#include <string_view>

namespace mahdar {

/// Letters always kept when endings are taken off.
inline constexpr std::size_t kMinLetters = 3;

/// The folded word without one ending (pronoun, plural, dual, feminine, relation, tanween alef), or the word
/// itself.
std::string_view without_suffix(std::string_view folded);

/// The folded word without a possessive or object pronoun, or the word itself.
std::string_view without_pronoun(std::string_view folded);

}  // namespace mahdar
