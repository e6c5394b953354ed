#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mahdar {

/// How well a folded Arabic word spells a name in folded Latin letters: what the vowels weigh that it leaves
/// unwritten or writes as another, a and e 1, others 2 (Merkel, ميركل: 1), or none where it does not. The
/// fewer consonants the name has, the fewer vowels may be unwritten; names of one consonant and words of
/// three letters are too often others. A pure function.
std::optional<unsigned> unwritten_vowels(std::string_view latin, std::string_view arabic);

/// The Arabic letters with which a spelling of the Latin name may begin. A pure function.
std::u32string first_arabic_letters(std::string_view latin);

}  // namespace mahdar
