#pragma once

#include <xapian.h>

/// What a match is worth. The score is the weighted sum of the streams' BM25.
namespace mahdar::ranking {

inline constexpr double kFolded = 0.4;      ///< the word as typed, letters folded
inline constexpr double kStem = 0.8;        ///< its stem
inline constexpr double kFamily = 1.0;      ///< any stem of the same consonants
inline constexpr double kConcept = 0.8;     ///< the entity it names, in any spelling
inline constexpr double kInflected = 0.03;  ///< of word~: another form of the word
inline constexpr double kNear = 0.001;      ///< of word~: a near spelling
inline constexpr double kFurther = 0.05;    ///< of word~: a further spelling, against the nearer one

/// Of an article about the round, or of the date, that words of the query name, whatever words it uses
/// itself: more than all the words of a query and the second reading give, so that the matter decides first
/// and the words among its articles.
inline constexpr double kMatter = 200;

inline constexpr double kSaturation = 0.8;  ///< BM25's k1
inline constexpr double kLength = 0.8;      ///< BM25's b

/// For the best matches, whose text is read again.
inline constexpr double kTrigrams = 1.2;
inline constexpr double kSentence = 0.3;
inline constexpr double kNeighbours = 0.3;

inline Xapian::BM25Weight weight() {
  return Xapian::BM25Weight(kSaturation, 0, 1, kLength, 0);
}

}  // namespace mahdar::ranking
