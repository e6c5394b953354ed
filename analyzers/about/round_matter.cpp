#include "analyzers/about/round_matter.h"

#include <algorithm>
#include <vector>

#include "analyzers/about/round_role.h"
#include "analyzers/about/zone_walk.h"

namespace mahdar {
namespace {

/// What the main clauses of a sentence tell, in the order of its words.
struct Sentence {
  Zone zone = Zone::kTitle;
  RoundOwner first = RoundOwner::kOpen;  ///< whose event is named first
  bool process = false;                  ///< the process is named
  bool round = false;                    ///< a round of it is, by number
  bool own_round = false;                ///< and neither as past nor as to come
  bool numbered = false;                 ///< a round of others or of nobody is
  bool event = false;                    ///< something is held, begins, ends
};

class SentenceReader {
 public:
  SentenceReader(const Reading& reading, const MarkedText& marked, const RoundCandidates& candidates)
      : reading_(reading), marked_(marked), candidates_(candidates) {}

  /// Of title and lead.
  std::vector<Sentence> read() {
    std::vector<Sentence> sentences;
    bool aside = false;
    ZoneWalk zones(reading_.zoned);
    for (std::uint32_t i = 0, end = reading_.front_end; i < end; ++i) {
      const Token& token = reading_.tokens[i];
      if (sentences.empty() || token.gap <= Gap::kSentence) sentences.push_back({zones.at(token.begin)});
      aside = (aside && break_before(reading_.tokens, i) == Break::kNone) || opens_aside(i);
      if (!aside && (marked_.kinds[i] != kNoRoundWord || candidate_at(i) != nullptr))
        read_word(i, sentences.back());
    }
    if (!sentences.empty() && short_line()) sentences.front().zone = Zone::kTitle;
    return sentences;
  }

 private:
  /// "القمة الثلاثية" on a line of its own: too short for a headline to be cut off as one.
  bool short_line() const {
    constexpr std::size_t kMostWords = 4;
    for (std::size_t i = 1; i < reading_.tokens.size() && i <= kMostWords; ++i)
      if (reading_.tokens[i].gap == Gap::kParagraph) return true;
    return false;
  }

  bool opens_aside(std::uint32_t i) const {
    return (marked_.kinds[i] & (kAside | kAfterWord | kBeforeWord | kRightAfterWord)) != 0;
  }

  void read_word(std::uint32_t i, Sentence& told) {
    constexpr std::uint64_t kHeld = kOwnCue | kHeldCue | kNextCue;
    const std::uint64_t kinds = marked_.kinds[i];
    told.event = told.event || (kinds & kHeld) != 0;
    RoundOwner owner = RoundOwner::kOpen;
    if (const RoundCandidate* numbered = candidate_at(i)) {
      owner = numbered->owner;
      (owner == RoundOwner::kProcess ? told.round : told.numbered) = true;
      told.own_round = told.own_round || (owner == RoundOwner::kProcess && own(*numbered, told.zone));
    }
    // A city alone may be no more than a place.
    if (owner == RoundOwner::kOpen && (kinds & kRivalWord) != 0) owner = RoundOwner::kRival;
    if (owner == RoundOwner::kOpen && (kinds & kFormatWord) != 0) owner = RoundOwner::kProcess;
    told.process = told.process || owner == RoundOwner::kProcess;
    if (told.first == RoundOwner::kOpen) told.first = owner;
  }

  /// Told at the round, not of what came of it.
  bool own(const RoundCandidate& round, Zone zone) const {
    constexpr std::uint32_t kReach = 3;
    for (std::uint32_t i = round.first, n = 0; i > 0 && n < kReach; ++n)
      if ((marked_.kinds[--i] & kOutcome) != 0) return false;
    return role_of(round, reading_, marked_, zone).role == RoundRole::kOwn;
  }

  /// They stand in the order of their words.
  const RoundCandidate* candidate_at(std::uint32_t token) {
    while (next_ < candidates_.rounds.size() && candidates_.rounds[next_].first < token) ++next_;
    const bool here = next_ < candidates_.rounds.size() && candidates_.rounds[next_].first == token;
    return here ? &candidates_.rounds[next_] : nullptr;
  }

  const Reading& reading_;
  const MarkedText& marked_;
  const RoundCandidates& candidates_;
  std::size_t next_ = 0;
};

bool of_other(const Sentence& told) {
  return told.first == RoundOwner::kRival;
}

/// "بحث الخبراء في طهران الخرائط تمهيدا للجولة": prepared in a meeting or call that is none.
bool prepared_elsewhere(const RoundCandidate& round, const Reading& reading, const MarkedText& marked) {
  constexpr std::uint32_t kReachOfWord = 4, kReachOfMeeting = 30;
  bool prepared = false;
  for (std::uint32_t i = round.first, n = 0; i > 0 && n < kReachOfMeeting; ++n) {
    if (break_before(reading.tokens, i) == Break::kSentence) return false;
    const std::uint64_t kinds = marked.kinds[--i];
    if ((kinds & kPreparing) != 0 && n < kReachOfWord) prepared = true;
    if (n >= kReachOfWord && !prepared) return false;
    if (prepared && (kinds & kBetweenRounds) != 0) return true;
  }
  return false;
}

/// Whether all rounds that title and lead name are those that others prepare.
bool only_prepares(const Reading& reading, const MarkedText& marked, const RoundCandidates& candidates) {
  const auto lead_end = std::ranges::find_if(
      candidates.rounds, [&](const RoundCandidate& c) { return c.first >= reading.front_end; });
  return lead_end != candidates.rounds.begin() &&
         std::all_of(candidates.rounds.begin(), lead_end,
                     [&](const RoundCandidate& c) { return prepared_elsewhere(c, reading, marked); });
}

}  // namespace

bool tells_of_another_event(const Reading& reading, const MarkedText& marked,
                            const RoundCandidates& candidates) {
  if (only_prepares(reading, marked, candidates)) return true;
  const std::vector<Sentence> front = SentenceReader(reading, marked, candidates).read();
  const auto lead = std::ranges::find(front, Zone::kLead, &Sentence::zone);
  const auto names = [](const Sentence& told) { return told.first != RoundOwner::kOpen; };
  const auto title = std::find_if(front.begin(), lead, names);
  const auto first = std::find_if(lead, front.end(), names);
  if (std::any_of(front.begin(), lead, [](const Sentence& told) { return told.process; })) return false;
  if (first != front.end() && (!of_other(*first) || first->round)) return false;
  // "وجاء حديثه في ختام الجولة الثامنة عشرة"
  if (title != lead)
    return of_other(*title) &&
           std::none_of(lead, front.end(), [](const Sentence& told) { return told.own_round; });
  const auto announces = [](const Sentence& told) { return of_other(told) && (told.event || told.numbered); };
  if (std::none_of(first, front.end(), announces)) return false;
  return std::none_of(lead, front.end(), [](const Sentence& told) { return told.round; });
}

}  // namespace mahdar
