#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mahdar {

/// Whose name stands in Latin letters: Arabic writes the vowels of foreign names, of its own only the long
/// ones.
enum class NameOrigin : std::uint8_t { kForeign, kArabic };

/// How well a folded Arabic word spells a name in folded Latin letters: what the vowels weigh that it leaves
/// unwritten or writes as another, of foreign names a and e 1, others 2 (Merkel, ميركل: 1), of Arabic ones 1
/// (Bilal, بلال: 1); none where it does not spell it. The fewer consonants the name has, the fewer vowels may
/// be unwritten. Foreign names of one consonant, Arabic ones of two, and words of three letters for foreign
/// names are too often others. A pure function.
std::optional<unsigned> unwritten_vowels(std::string_view latin, std::string_view arabic,
                                         NameOrigin origin = NameOrigin::kForeign);

/// The Arabic letters with which a spelling of the Latin name may begin. A pure function.
std::u32string first_arabic_letters(std::string_view latin);

}  // namespace mahdar
