#pragma once

#include "analyzers/about/reading.h"
#include "analyzers/about/round_candidates.h"
#include "analyzers/about/round_words.h"
#include "schema/article.h"

namespace mahdar {

/// What a text does with a round it names.
struct RoleFound {
  RoundRole role = RoundRole::kOwn;
  bool told = false;   ///< by a word; else only by the zone
  bool today = false;  ///< the article's own, told of today: "تختتم اليوم الجولة"
};

/// From adjectives ("الجولة السابقة"), the nearest verb or noun before or behind, dates of another month in
/// the sentence, and the zone.
RoleFound role_of(const RoundCandidate& candidate, const Reading& reading, const MarkedText& marked,
                  Zone zone);

/// The role of a round in a text about another event: "بعد عشرة أيام من انتهاء الجولة" makes it past, "قبل
/// أسبوعين من الجولة" one to come, and without a word for either it is merely mentioned.
RoleFound role_aside(const RoundCandidate& candidate, const Reading& reading, const MarkedText& marked,
                     RoleFound in_clause);

}  // namespace mahdar
