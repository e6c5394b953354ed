#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace mahdar {

/// Letters always kept when endings are taken off.
inline constexpr std::size_t kMinLetters = 3;

/// The endings, longest first: pronouns, plurals, duals, feminine, relation, tanween alef.
std::span<const std::string_view> suffixes();

/// Whether the word ends so and keeps kMinLetters without it.
bool can_lose(std::string_view folded, std::string_view suffix);

/// The folded word without one ending, or the word
/// itself.
std::string_view without_suffix(std::string_view folded);

/// The folded word without a possessive or object pronoun, or the word itself.
std::string_view without_pronoun(std::string_view folded);

}  // namespace mahdar
