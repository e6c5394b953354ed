#pragma once

#include <xapian.h>

/// What a match is worth. The score is the weighted sum of the streams' BM25.
namespace mahdar::ranking {

inline constexpr double kFolded = 0.4;   ///< the word as typed, letters folded
inline constexpr double kStem = 0.8;     ///< its stem
inline constexpr double kConcept = 0.8;  ///< the entity it names, in any spelling
inline constexpr double kNear = 0.02;    ///< a near spelling: always below the word itself

inline Xapian::BM25Weight weight() {
  return Xapian::BM25Weight(0.8, 0, 1, 0.8, 0);
}

}  // namespace mahdar::ranking
