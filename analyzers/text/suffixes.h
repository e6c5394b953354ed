#pragma once

#include <string_view>

namespace mahdar {

/// Letters always kept when endings are taken off.
inline constexpr std::size_t kMinLetters = 3;

/// Calls `accept` with the folded word less each ending that fits (pronouns, plurals, duals, feminine,
/// relation, tanween alef), the longest ending first, until it returns true; gives that rest, or the word
/// itself.
template <typename Accept>
std::string_view without_suffix_if(std::string_view folded, Accept accept);

/// The folded word without its longest ending, or the word itself.
std::string_view without_suffix(std::string_view folded);

/// The folded word without a possessive or object pronoun, or the word itself.
std::string_view without_pronoun(std::string_view folded);

namespace detail {

/// Bytes of the endings of `folded` that fit, longest first, ended by 0.
struct SuffixSizes {
  unsigned char sizes[8] = {};
};
SuffixSizes fitting_suffixes(std::string_view folded);

}  // namespace detail

template <typename Accept>
std::string_view without_suffix_if(std::string_view folded, Accept accept) {
  for (const unsigned char size : detail::fitting_suffixes(folded).sizes) {
    if (size == 0) break;
    const std::string_view rest = folded.substr(0, folded.size() - size);
    if (accept(rest)) return rest;
  }
  return folded;
}

}  // namespace mahdar
