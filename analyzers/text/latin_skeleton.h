#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// A name in Latin letters as it sounds, whatever its transliteration: consonants of one sound written one
/// way (v, w, ff: f; q, c, ck, kh, ch: k; sh: s; dj: j), doubled letters once, vowels in three classes.
struct LatinSkeleton {
  std::string consonants;  ///< Lavrentiev, Lawrentyew: lfrntf
  std::string sound;       ///< the same with the vowels: A for a, I for e i y, U for o u; lAfrIntIf
};

/// The skeleton of a folded name, words of one name joined. Empty where other than Latin letters stand in it.
/// A pure function.
LatinSkeleton latin_skeleton(std::string_view folded);

/// Whether two names of equal consonants are spellings of one: the more consonants they have, the more vowels
/// may differ. A pure function.
bool sound_alike(const LatinSkeleton& a, const LatinSkeleton& b);

}  // namespace mahdar
