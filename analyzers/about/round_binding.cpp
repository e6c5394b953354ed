#include "analyzers/about/round_binding.h"

#include <algorithm>

namespace mahdar {
namespace {

constexpr std::uint32_t kReachOfAdjectives = 8;
constexpr std::uint32_t kReachOfGenitives = 12;
constexpr std::uint32_t kReachInSentence = 40;
constexpr std::uint32_t kReachInParagraph = 60;

/// "ملعب أستانا" is no process: the longer name of a rival hides the process's name inside it.
RoundOwner named_by(std::uint64_t kinds) {
  if ((kinds & kRivalWord) != 0) return RoundOwner::kRival;
  return (kinds & (kProcessWord | kFormatWord)) != 0 ? RoundOwner::kProcess : RoundOwner::kOpen;
}

bool agrees(std::uint64_t kinds, Gender gender) {
  if (gender == Gender::kAny) return true;
  return ((kinds & kHeadFeminine) != 0) == (gender == Gender::kFeminine);
}

/// "الجولة الأولى من منتدى الطاقة في أستانا": the genitive is neither talks nor Syria's, and the name behind
/// it no more than its place.
bool of_something_else(const TokenStream& tokens, const MarkedText& marked, std::uint32_t end,
                       std::uint32_t name) {
  constexpr std::uint64_t kTalks = kAnyHead | kTransparent | kSitting | kSubjectWord | kCounted;
  if (name < end + 2 || (marked.kinds[end] & kFromWord) == 0 || (marked.kinds[name] & kFormatWord) != 0)
    return false;
  if ((marked.kinds[name - 1] & kInWord) == 0 || (marked.kinds[end + 1] & kTalks) != 0) return false;
  return tokens[end + 1].kind != TokenKind::kNumber &&
         std::none_of(marked.kinds.begin() + end, marked.kinds.begin() + name,
                      [](std::uint64_t kinds) { return (kinds & kSubjectWord) != 0; });
}

}  // namespace

Governor find_governor(const TokenStream& tokens, const MarkedText& marked, const NumberMark& number) {
  Governor found;
  const std::uint32_t stop = number.first > kReachOfAdjectives ? number.first - kReachOfAdjectives : 0;
  for (std::uint32_t i = number.first; i > stop;) {
    if (break_before(tokens, i) != Break::kNone) break;
    const std::uint64_t kinds = marked.kinds[--i];
    if ((kinds & kPastAdjective) != 0) found.past_adjective = true;
    if ((kinds & (kHeadSingular | kHeadTimes)) != 0 &&
        (agrees(kinds, number.gender) || i + 1 == number.first)) {
      found.head = i;
      break;
    }
    const RoundOwner named = named_by(kinds);
    const bool process = named == RoundOwner::kProcess || (kinds & kProcessWord) != 0;
    if (process && !found.process) found.process = i;
    if (named == RoundOwner::kRival && !process && !found.rival) found.rival = i;
    if ((kinds & (kHeadPlural | kHeadDual)) != 0 && !found.plural) found.plural = i;
    if (named == RoundOwner::kOpen && (kinds & (kAnyHead | kTransparent | kSubjectWord | kArticleAlone)) == 0)
      break;
  }
  return found;
}

RoundOwner owner_of(const TokenStream& tokens, const MarkedText& marked, std::uint32_t first,
                    std::uint32_t end) {
  for (std::uint32_t i = end; i-- > first;) {
    const RoundOwner named = named_by(marked.kinds[i]);
    if (named != RoundOwner::kOpen) return named;
  }
  const auto stop = static_cast<std::uint32_t>(std::min<std::size_t>(tokens.size(), end + kReachOfGenitives));
  for (std::uint32_t i = end; i < stop; ++i) {
    if (break_before(tokens, i) != Break::kNone) break;
    const RoundOwner named = named_by(marked.kinds[i]);
    if (named == RoundOwner::kProcess && of_something_else(tokens, marked, end, i)) return RoundOwner::kRival;
    if (named != RoundOwner::kOpen) return named;
    if ((marked.kinds[i] & kOwnerStop) != 0) break;
  }
  return RoundOwner::kOpen;
}

RoundOwner owner_in_sentence(const TokenStream& tokens, const MarkedText& marked, std::uint32_t first) {
  for (std::uint32_t i = first, steps = 0; i > 0 && steps < kReachInSentence; ++steps) {
    if (break_before(tokens, i) == Break::kSentence) break;
    const RoundOwner named = named_by(marked.kinds[--i]);
    if (named != RoundOwner::kOpen) return named;
  }
  for (std::uint32_t i = first + 1; i < tokens.size() && i < first + kReachInSentence; ++i) {
    if (break_before(tokens, i) == Break::kSentence) break;
    const RoundOwner named = named_by(marked.kinds[i]);
    if (named != RoundOwner::kOpen) return named;
  }
  return RoundOwner::kOpen;
}

RoundOwner owner_in_paragraph(const TokenStream& tokens, const MarkedText& marked, std::uint32_t first) {
  for (std::uint32_t i = first, steps = 0; i > 0 && steps < kReachInParagraph; ++steps) {
    if (tokens[i].gap == Gap::kParagraph) break;
    const RoundOwner named = named_by(marked.kinds[--i]);
    if (named != RoundOwner::kOpen) return named;
  }
  return RoundOwner::kOpen;
}

}  // namespace mahdar
