#pragma once

#include <cstdint>
#include <optional>

#include "analyzers/about/reading.h"
#include "analyzers/about/round_candidates.h"
#include "analyzers/about/round_words.h"

namespace mahdar {

/// What stands before a number and may be what it counts. Token indexes.
struct Governor {
  std::optional<std::uint32_t> head;     ///< a singular noun, or المرة
  std::optional<std::uint32_t> plural;   ///< the nearest plural: "محادثات أستانا 14"
  std::optional<std::uint32_t> process;  ///< the nearest name of the process between it and the number
  std::optional<std::uint32_t> rival;    ///< the nearest other name there
  bool past_adjective = false;           ///< "الجولات السابقة"
};

/// Looks left over adjectives and names to the nearest noun that agrees with the number.
Governor find_governor(const TokenStream& tokens, const MarkedText& marked, const NumberMark& number);

/// Whose meeting it is, told by the words between `first` and `end` and by the genitives behind `end`.
RoundOwner owner_of(const TokenStream& tokens, const MarkedText& marked, std::uint32_t first,
                    std::uint32_t end);

/// Whose meetings the sentence speaks of, where no genitive says it: the nearest name before `first`, else
/// behind.
RoundOwner owner_in_sentence(const TokenStream& tokens, const MarkedText& marked, std::uint32_t first);

/// The last name before `first` in its paragraph.
RoundOwner owner_in_paragraph(const TokenStream& tokens, const MarkedText& marked, std::uint32_t first);

}  // namespace mahdar
