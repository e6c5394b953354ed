#pragma once

#include <string_view>

namespace mahdar {

/// How unlikely it is that somebody typed the one folded word and meant the other: the least sum over
/// insertions, deletions, changes and swaps of neighbouring letters (weighted optimal string alignment),
/// where a slip that people make often (a weak or doubled letter left out, letters that sound or look alike
/// or lie side by side on the keyboard; analyzers/data/confusable_letters.txt) costs 1 and another one up to
/// kRareSlip. 0 for the same word. A pure function, linear in the product of the lengths.
double slip_cost(std::u32string_view typed, std::u32string_view meant);

inline constexpr double kRareSlip = 1.8;

}  // namespace mahdar
