#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "analyzers/text/token.h"

namespace mahdar {

/// The lexicons of phrases, a bit each in Token::marks.
enum class PhraseMark : std::uint32_t {
  kEntity = 1u << 0,
  kDateWord = 1u << 1,
  kDayCue = 1u << 2,
  kRoundWord = 1u << 3,
  kSpeechCue = 1u << 4,
  kSourceCue = 1u << 5,
  kTopicCue = 1u << 6,
  kFraming = 1u << 7,
  kAgenda = 1u << 8,
  kLaterTerm = 1u << 9,
  kProcess = 1u << 10,  ///< of the round words, the names and formats of the process
  kJoint = 1u << 11,    ///< of the cues of speech, those that stand for all guarantors
  kOffice = 1u << 12,
  kAccusation = 1u << 13,
  kSport = 1u << 14,
  kAny = 1u << 31,  ///< a lexicon that marks no words: every token carries it
};

constexpr std::uint32_t bit_of(PhraseMark mark) {
  return static_cast<std::uint32_t>(mark);
}

constexpr int number_of(PhraseMark mark) {
  return std::countr_zero(bit_of(mark));
}

/// Whether a phrase of the lexicon may begin with the token, as far as its marks tell.
constexpr bool is_marked(const Token& token, PhraseMark mark) {
  return ((token.marks | bit_of(PhraseMark::kAny)) & bit_of(mark)) != 0;
}

/// Whether a phrase of the lexicon, which marks its words, may begin anywhere in a text.
inline bool any_marked(const TokenStream& tokens, PhraseMark mark) {
  if (tokens.lists_marks()) return tokens.any_marked(number_of(mark));
  const std::vector<Token>& all = tokens.tokens();
  return std::any_of(all.begin(), all.end(), [&](const Token& token) { return is_marked(token, mark); });
}

/// Calls visit(i) for every token with which a phrase of the lexicon may begin.
template <typename Visit>
void for_each_marked(const TokenStream& tokens, PhraseMark mark, const Visit& visit) {
  if (tokens.lists_marks() && mark != PhraseMark::kAny) return tokens.for_each_marked(number_of(mark), visit);
  std::uint32_t i = 0;
  for (const Token& token : tokens.tokens()) {
    if (is_marked(token, mark)) visit(i);
    ++i;
  }
}

}  // namespace mahdar
