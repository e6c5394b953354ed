#pragma once

#include <cstddef>
#include <cstdint>

#include "analyzers/about/round_words.h"
#include "analyzers/text/token.h"

namespace mahdar {

/// What stands around the numbers of a marked text. Tokens may lie behind the end: nothing stands there. Text
/// and marks must outlive it.
class NumberSurroundings {
 public:
  NumberSurroundings(const TokenStream& tokens, const MarkedText& marked)
      : tokens_(tokens), marked_(marked) {}

  /// RoundWord bits of a token.
  std::uint64_t kinds(std::size_t i) const { return i < marked_.kinds.size() ? marked_.kinds[i] : 0; }

  /// Whether a token goes on from the one before.
  bool open(std::size_t i) const { return i < tokens_.size() && break_before(tokens_, i) == Break::kNone; }

  /// Whether nothing between two tokens ends a stretch of genitives.
  bool no_break(std::uint32_t from, std::uint32_t to) const;

  /// 16:30, 14-15, 3/4, and the footnote [2].
  bool part_of_figures(const NumberMark& number) const;

  /// "7 أيام"; `in_place`: a place stands before the number, then any accusative is counted.
  bool counts_what_follows(const NumberMark& number, bool in_place) const;

  /// "الجولة الأولى من اللقاءات الثنائية": within one round.
  bool of_sittings(const NumberMark& number) const;

  /// "دورتها": she must have been named in the same sentence, as the process or as talks.
  bool possessed(std::uint32_t head) const;

 protected:
  const TokenStream& tokens_;
  const MarkedText& marked_;
};

}  // namespace mahdar
