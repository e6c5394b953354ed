#include "analyzers/about/number_surroundings.h"

#include <string_view>

#include "analyzers/text/token_gap.h"

namespace mahdar {

bool NumberSurroundings::no_break(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i <= to; ++i)
    if (!open(i) || (kinds(i) & kOwnerStop) != 0) return false;
  return true;
}

bool NumberSurroundings::part_of_figures(const NumberMark& number) const {
  const auto figure_joined = [&](std::size_t i, std::size_t other) {
    return i < tokens_.size() && tokens_[i].gap == Gap::kJoined && tokens_[other].kind == TokenKind::kNumber;
  };
  if (!number.digits) return false;
  if (number.first > 0 && text_between(tokens_[number.first - 1], tokens_[number.first]).ends_with('['))
    return true;
  return (number.first > 0 && figure_joined(number.first, number.first - 1)) ||
         figure_joined(number.end(), number.end());
}

bool NumberSurroundings::counts_what_follows(const NumberMark& number, bool in_place) const {
  const std::size_t next = number.end();
  if (!open(next)) return false;
  if ((kinds(next) & kCounted) != 0) return true;
  return in_place && tokens_[next].surface.find("\u064B") != std::string_view::npos;
}

bool NumberSurroundings::of_sittings(const NumberMark& number) const {
  for (std::size_t i = number.end(); i < number.end() + 4U && open(i); ++i)
    if ((kinds(i) & kSitting) != 0) return true;
  return false;
}

bool NumberSurroundings::possessed(std::uint32_t head) const {
  for (std::uint32_t i = head; i > 0 && break_before(tokens_, i) != Break::kSentence;)
    if ((kinds(--i) & (kProcessWord | kFormatWord | kHeadPlural | kRivalWord)) != 0)
      return (kinds(i) & kRivalWord) == 0;
  return false;
}

}  // namespace mahdar
