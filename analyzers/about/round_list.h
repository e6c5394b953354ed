#pragma once

#include "analyzers/about/reading.h"
#include "analyzers/about/round_candidates.h"
#include "analyzers/about/round_words.h"

namespace mahdar {

/// "15 و16": whether the next number follows at once and is the next one.
bool opens_pair(const MarkedText& marked, const NumberMark& number);

/// Whether a number goes on right behind the last: "الأولى والثانية", "أستانا 7 و8".
bool joins(const TokenStream& tokens, const MarkedText& marked, const RoundCandidate& last,
           const NumberMark& number);

/// Whether it goes on a list of rounds with their dates: "الجولة الأولى في كانون الثاني، والثانية في شباط".
bool goes_on_list(const Reading& reading, const MarkedText& marked, const RoundCandidate& last,
                  const NumberMark& number);

}  // namespace mahdar
