#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/about/reading.h"
#include "analyzers/about/round_words.h"

namespace mahdar {

/// Up to here an ordinal of just any meeting is common: "اللقاء الثاني بين الوفدين".
constexpr int kFewMeetings = 3;

/// To whom a number belongs.
enum class RoundOwner : std::uint8_t {
  kOpen,     ///< the words around it do not say
  kProcess,  ///< a round of the archive's process
  kRival,    ///< another process's or no round
};

/// A number that stands where a round's number stands.
struct RoundCandidate {
  int value = 0;
  std::uint32_t first = 0;       ///< token the expression begins with: its head, or the number
  std::uint32_t number_end = 0;  ///< token after the number
  std::uint32_t end = 0;         ///< token after the expression
  std::string_view rule;         ///< static
  double weight = 1;
  RoundOwner owner = RoundOwner::kOpen;
  bool edition = false;  ///< its head counts meetings of one series
  bool range = false;    ///< one of many: "من الأولى حتى السادسة"
  /// Of several told with their dates ("الأولى في شباط، والثانية في آذار") the token the first begins with.
  std::optional<std::uint32_t> list;
  bool history = false;  ///< such a list tells of three rounds or more
};

/// "16 اجتماعا": how many rounds were held.
struct RoundCount {
  int value = 0;
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  RoundOwner owner = RoundOwner::kOpen;
  bool held = false;  ///< the words say that they took place
};

struct RoundCandidates {
  std::vector<RoundCandidate> rounds;
  std::vector<RoundCount> counts;
};

/// Binds the numbers of a text to the nouns they count. Takes time linear in the numbers.
RoundCandidates find_round_candidates(const Reading& reading, const MarkedText& marked);

}  // namespace mahdar
