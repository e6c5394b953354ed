#include "analyzers/about/round_list.h"

#include <algorithm>

#include "analyzers/about/number_surroundings.h"

namespace mahdar {
namespace {

/// Whether "في" and a date stand between two tokens.
bool dated(const Reading& reading, const MarkedText& marked, std::uint32_t from, std::uint32_t until) {
  return std::ranges::any_of(reading.dates, [&](const DateMention& date) {
    return date.first_token > from && date.first_token < until && date.month != 0 &&
           (marked.kinds[date.first_token - 1] & kInWord) != 0;
  });
}

}  // namespace

bool opens_pair(const MarkedText& marked, const NumberMark& number) {
  const NumberMark* next = marked.number_at(number.end());
  return number.digits && next != nullptr && next->digits && next->value == number.value + 1;
}

bool joins(const TokenStream& tokens, const MarkedText& marked, const RoundCandidate& last,
           const NumberMark& number) {
  const NumberSurroundings around(tokens, marked);
  if (number.kind == NumberKind::kCardinal || last.end != number.first) return false;
  if (!around.open(number.first) || !tokens[number.first].exact.starts_with("و")) {
    const bool figure = number.digits && tokens[number.first].surface.starts_with("و");
    if (!figure) return false;
  }
  return !number.digits || !around.counts_what_follows(number, true);
}

bool goes_on_list(const Reading& reading, const MarkedText& marked, const RoundCandidate& last,
                  const NumberMark& number) {
  constexpr std::uint32_t kReach = 14, kReachOfDate = 4;
  if (last.range || last.owner == RoundOwner::kRival || !number.definite) return false;
  if (number.kind != NumberKind::kOrdinal || number.gender == Gender::kMasculine) return false;
  if (number.value <= last.value || number.first > last.end + kReach) return false;
  if (!reading.tokens[number.first].exact.starts_with("و")) return false;
  if (!dated(reading, marked, last.end, number.first)) return false;
  if (!dated(reading, marked, number.end(), number.end() + kReachOfDate)) return false;
  for (std::uint32_t i = last.end; i <= number.first; ++i)
    if (break_before(reading.tokens, i) == Break::kSentence || (marked.kinds[i] & kRivalWord) != 0)
      return false;
  return true;
}

}  // namespace mahdar
