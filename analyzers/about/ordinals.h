#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mahdar {

enum class Gender : std::uint8_t { kMasculine, kFeminine, kAny };

enum class NumberKind : std::uint8_t {
  kOrdinal,   ///< السابعة
  kCardinal,  ///< سبع
  kEither,    ///< عشرون: the twentieth, and twenty
};

/// A number in words as Arabic news write it.
struct NumberPhrase {
  std::string words;  ///< spelled out, one space between words, not folded
  int value = 0;
  NumberKind kind = NumberKind::kOrdinal;
  Gender gender = Gender::kAny;
  bool definite = false;
};

/// Ordinal and cardinal words for 1 to 49 in both genders, all cases, with and without article, and the usual
/// slips (عشر for عشرة). Cardinals begin at 3.
std::vector<NumberPhrase> arabic_number_phrases();

}  // namespace mahdar
