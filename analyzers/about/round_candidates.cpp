#include "analyzers/about/round_candidates.h"

#include <algorithm>
#include <string_view>

#include "analyzers/about/number_surroundings.h"
#include "analyzers/about/round_binding.h"
#include "analyzers/about/round_list.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kReachOfPredicate = 25;
constexpr std::uint32_t kReachOfName = 3;

class Finder : private NumberSurroundings {
 public:
  Finder(const Reading& reading, const MarkedText& marked)
      : NumberSurroundings(reading.tokens, marked), reading_(reading) {}

  RoundCandidates find() {
    for (std::size_t n = 0; n < marked_.numbers.size(); ++n) {
      const NumberMark& number = marked_.numbers[n];
      if (part_of_figures(number)) continue;
      if (range(n) || further(number)) continue;
      if (count(number) || governed(number) || before_head(number) || predicate(number)) continue;
      number_of_process(number);
    }
    return std::move(found_);
  }

 private:
  RoundCandidate make(const NumberMark& number, std::uint32_t first, std::string_view rule,
                      double weight) const {
    RoundCandidate c;
    c.value = number.value;
    c.first = first;
    c.number_end = c.end = number.end();
    c.rule = rule;
    c.weight = weight;
    c.owner = owner_of(tokens_, marked_, first, number.end());
    return c;
  }

  /// "الجولة الثامنة من محادثات أستانا-7": one round with two numbers, of which the process's own is right.
  void keep(RoundCandidate c) {
    if (c.rule == "process+number" && has_last_ && last_.value != c.value && !last_.range &&
        last_.end + kReachOfName >= c.first && last_.owner == RoundOwner::kProcess &&
        no_break(last_.end, c.first))
      found_.rounds.pop_back();
    last_ = c;
    has_last_ = true;
    found_.rounds.push_back(c);
  }

  bool governed(const NumberMark& number) {
    if (number.kind == NumberKind::kCardinal) return false;
    const Governor governor = find_governor(tokens_, marked_, number);
    const bool nearer_rival = governor.rival && (!governor.process || *governor.rival > *governor.process);
    if (governor.head) return by_head(number, governor, nearer_rival);
    if (nearer_rival) return true;
    if (governor.process) return by_process(number, governor);
    if (venue(number)) return true;
    // "الجولات السادسة والسابعة", "الجولتين السابقتين 15 و16"
    const bool pair =
        governor.plural && (kinds(*governor.plural) & kHeadDual) != 0 && opens_pair(marked_, number);
    if (pair || (governor.plural && number.definite && number.gender != Gender::kMasculine)) {
      keep(make(number, *governor.plural, "plural+number", 0.6));
      return true;
    }
    return false;
  }

  bool by_head(const NumberMark& number, const Governor& governor, bool nearer_rival) {
    const std::uint64_t head = kinds(*governor.head);
    if (number.digits && !number.definite && !governor.process && counts_what_follows(number, false))
      return true;
    const bool edition = (head & kHeadEdition) != 0;
    double weight = edition ? 1.0 : 0.8;
    std::string_view rule = governor.process ? "head+process+number"
                            : edition        ? "edition+number"
                                             : "meeting+number";
    if (governor.process) weight = 1.1;
    if ((head & kHeadTimes) != 0) {
      if (number.value <= kFewMeetings) return true;
      weight = 0.5;
      rule = "time+number";
    } else if (!edition && !governor.process && number.value <= kFewMeetings) {
      if ((head & kHeadOwned) != 0) return true;
      weight = 0.5;
    }
    const bool indefinite =
        (head & (kHeadDefinite | kHeadOwned)) == 0 && !governor.process && !number.definite;
    if (indefinite) weight *= 0.6;
    RoundCandidate c = make(number, *governor.head, rule, weight);
    if (number.value <= kFewMeetings && c.owner == RoundOwner::kOpen && of_sittings(number)) return true;
    if ((head & kHeadOwned) != 0 && c.owner == RoundOwner::kOpen && !possessed(*governor.head)) return true;
    // "جولة ثانية من المشاورات" may be the second sitting of one day.
    if (indefinite && number.value <= kFewMeetings && c.owner == RoundOwner::kOpen) return true;
    c.edition = edition;
    if (nearer_rival) c.owner = RoundOwner::kRival;
    keep(c);
    return true;
  }

  bool by_process(const NumberMark& number, const Governor& governor) {
    const std::uint32_t process = *governor.process;
    if ((kinds(process) & kProcessWord) == 0) return false;
    // "مباحثات أستانا أول الشهر المقبل": an ordinal without article counts what follows it.
    if (!number.digits && !number.definite && number.kind == NumberKind::kOrdinal) return true;
    const bool in_place = process > 0 && (kinds(process - 1) & kInWord) != 0;
    if (number.digits && !number.definite && counts_what_follows(number, in_place)) return true;
    RoundCandidate c = make(number, governor.plural.value_or(process) < process ? *governor.plural : process,
                            "process+number", 1.0);
    c.owner = RoundOwner::kProcess;
    // "قمة أستانا الثامنة عشرة": a round that is called by a rival's noun.
    if ((kinds(process) & kRivalWord) != 0 || (process > 0 && (kinds(process - 1) & kRivalWord) != 0))
      c.weight = 0.5;
    keep(c);
    return true;
  }

  /// "سوتشي 15": a place before the number of a round that was held there.
  bool venue(const NumberMark& number) {
    const Round* round = reading_.taxonomy.round(number.value);
    if (round == nullptr || counts_what_follows(number, true) || !open(number.first)) return false;
    const auto place =
        std::find_if(reading_.entities.begin(), reading_.entities.end(), [&](const EntityMatch& match) {
          return match.first_token + match.token_count == number.first && match.entity->id == round->city;
        });
    if (place == reading_.entities.end()) return false;
    const std::uint32_t first = place->first_token;
    if (first > 0 && (kinds(first - 1) & (kInWord | kRivalWord | kHeadPlural | kHeadSingular)) != 0)
      return false;
    RoundCandidate c = make(number, first, "venue+number", 0.8);
    c.owner = RoundOwner::kProcess;
    keep(c);
    return true;
  }

  /// "سابع جولة", "ثاني جولات أستانا".
  bool before_head(const NumberMark& number) {
    const std::size_t next = number.end();
    if (number.digits || number.definite || number.kind == NumberKind::kCardinal || !open(next)) return false;
    const std::uint64_t head = kinds(next);
    if ((head & (kHeadSingular | kHeadPlural)) == 0 || (head & (kHeadDefinite | kHeadOwned)) != 0)
      return false;
    const bool edition = (head & kHeadEdition) != 0;
    RoundCandidate c = make(number, number.first, "number+head", edition ? 0.9 : 0.6);
    c.end = static_cast<std::uint32_t>(next) + 1;
    c.owner = owner_of(tokens_, marked_, number.first, c.end);
    c.edition = edition;
    const bool plain = edition && (head & kHeadSingular) != 0;
    if (c.owner == RoundOwner::kOpen && (!plain || number.value <= 1)) return true;
    keep(c);
    return true;
  }

  /// "وهذه الجولة من المحادثات هي الثامنة", "الاجتماع المقبل، الثالث خلال 3 أشهر".
  bool predicate(const NumberMark& number) {
    if (number.kind == NumberKind::kCardinal || !number.definite || number.digits || number.first == 0)
      return false;
    const bool is = (kinds(number.first - 1) & kPredicate) != 0 && open(number.first);
    const bool within = open(number.end()) && (kinds(number.end()) & kWithinTime) != 0;
    if (!is && !within) return false;
    // "وهي الأولى منذ…", "هو الثاني على هذا المستوى": the first since something, not of all.
    const bool since = open(number.end()) && (kinds(number.end()) & (kAfterWord | kOwnerStop)) != 0;
    if (number.value <= kFewMeetings && since) return true;
    const std::uint32_t stop = number.first > kReachOfPredicate ? number.first - kReachOfPredicate : 0;
    for (std::uint32_t i = number.first; i > stop;) {
      if (break_before(tokens_, i) == Break::kSentence) break;
      const std::uint64_t head = kinds(--i);
      const bool feminine = number.gender == Gender::kFeminine;
      if ((head & (kHeadSingular | kHeadPlural)) == 0) continue;
      if (number.gender != Gender::kAny && ((head & kHeadFeminine) != 0) != feminine) continue;
      RoundCandidate c = make(number, i, "predicate", within ? 0.5 : 0.9);
      c.owner = owner_of(tokens_, marked_, i, i + 1);
      c.edition = (head & kHeadEdition) != 0;
      keep(c);
      return true;
    }
    return false;
  }

  /// "الـ19 من مسار أستانة".
  void number_of_process(const NumberMark& number) {
    if (!number.definite || number.kind == NumberKind::kCardinal || !open(number.end())) return;
    if (!number.digits || (kinds(number.end()) & kFromWord) == 0) return;
    for (std::size_t i = number.end() + 1; i < number.end() + 5U && open(i); ++i) {
      if ((kinds(i) & (kProcessWord | kFormatWord)) == 0) continue;
      RoundCandidate c = make(number, number.first, "number+process", 0.8);
      c.owner = RoundOwner::kProcess;
      keep(c);
      return;
    }
  }

  /// A further number of the same noun: next to the one before, or in a list with dates.
  bool further(const NumberMark& number) {
    if (!has_last_) return false;
    const bool listed = goes_on_list(reading_, marked_, last_, number);
    if (!listed && !joins(reading_.tokens, marked_, last_, number)) return false;
    RoundCandidate& before = found_.rounds.back();
    if (listed) last_.list = before.list = before.list.value_or(before.first);
    if (listed) last_.first = number.first;
    last_.value = number.value;
    last_.number_end = last_.end = number.end();
    last_.rule = "number+number";
    found_.rounds.push_back(last_);
    if (listed) tell_history(*last_.list);
    return true;
  }

  void tell_history(std::uint32_t list) {
    constexpr std::ptrdiff_t kFewest = 3;
    const auto of_list = [&](const RoundCandidate& c) { return c.list == list; };
    if (std::ranges::count_if(found_.rounds, of_list) < kFewest) return;
    for (RoundCandidate& c : found_.rounds) c.history = c.history || of_list(c);
  }

  /// "من الأولى حتى السادسة", "من الجولة الأولى إلى الثانية والعشرين".
  bool range(std::size_t n) {
    const NumberMark& from = marked_.numbers[n];
    if (n + 1 == marked_.numbers.size() || from.kind == NumberKind::kCardinal) return false;
    const NumberMark& until = marked_.numbers[n + 1];
    const std::uint32_t middle = from.end();
    if (until.value <= from.value || until.first > middle + 2 || (kinds(middle) & kUntilWord) == 0)
      return false;
    std::uint32_t first = from.first;
    while (first > 0 && open(first) && from.first - first < 3 &&
           (kinds(first - 1) & (kFromWord | kHeadSingular | kProcessWord | kRivalWord)) != 0)
      --first;
    if (first == from.first) return false;
    for (int value = from.value; value <= until.value; ++value) {
      RoundCandidate c = make(from, first, "range", 0.5);
      c.value = value;
      c.number_end = c.end = until.end();
      c.owner = owner_of(tokens_, marked_, first, until.end());
      c.range = true;
      found_.rounds.push_back(c);
    }
    last_ = found_.rounds.back();
    has_last_ = true;
    return true;
  }

  /// "16 اجتماعا", "خمس جولات", "الجولات العشرون السابقة", "المحادثات السابقة 19".
  bool count(const NumberMark& number) {
    const std::size_t next = number.end();
    const bool before = number.kind != NumberKind::kOrdinal && open(next) && !number.definite &&
                        (kinds(next) & (kHeadPlural | kHeadSingular)) != 0 &&
                        (kinds(next) & (kHeadDefinite | kHeadOwned)) == 0;
    std::uint32_t first = number.first, end = number.end();
    if (before && number.value > 2) {
      if (number.digits && number.first > 0 && open(number.first) &&
          (kinds(number.first - 1) & (kHeadSingular | kProcessWord)) != 0)
        return false;  // "اجتماع أستانا 7 اجتماعا ثلاثيا"
      end = static_cast<std::uint32_t>(next) + 1;
    } else {
      const Governor governor = find_governor(tokens_, marked_, number);
      const bool past_behind = open(next) && (kinds(next) & kPastAdjective) != 0;
      if (!governor.plural || governor.head || number.kind == NumberKind::kOrdinal) return false;
      if ((kinds(*governor.plural) & kHeadDual) != 0) return false;
      if (!governor.past_adjective && !past_behind) return false;
      first = *governor.plural;
      end += past_behind ? 1 : 0;
    }
    keep_count(number.value, first, end);
    return true;
  }

  void keep_count(int value, std::uint32_t first, std::uint32_t end) {
    RoundCount c;
    c.value = value;
    c.first = first;
    c.end = end;
    c.owner = owner_of(tokens_, marked_, first, end);
    for (std::uint32_t i = first > 6 ? first - 6 : 0; i < end + 6 && i < tokens_.size(); ++i)
      c.held = c.held || (kinds(i) & (kHeldCue | kPastAdjective | kPastCue)) != 0;
    // "ثلاث جولات من المشاورات": of something else, unlike "جولات من المفاوضات".
    const bool of = open(end) && (kinds(end) & kFromWord) != 0;
    if (c.owner == RoundOwner::kOpen && of && (!open(end + 1) || (kinds(end + 1) & kAnyHead) == 0)) return;
    found_.counts.push_back(c);
  }

  const Reading& reading_;
  RoundCandidates found_;
  RoundCandidate last_;
  bool has_last_ = false;
};

}  // namespace

RoundCandidates find_round_candidates(const Reading& reading, const MarkedText& marked) {
  return Finder(reading, marked).find();
}

}  // namespace mahdar
