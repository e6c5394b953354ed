#include "analyzers/about/round_role.h"

#include <algorithm>
#include <optional>

namespace mahdar {
namespace {

constexpr std::uint32_t kReachBefore = 9;
constexpr std::uint32_t kReachBehind = 7;
constexpr std::uint32_t kReachOfVerb = 10;  ///< words to a verb behind the expression
constexpr std::uint32_t kReachOfDates = 14;

class RoleReader {
 public:
  RoleReader(const RoundCandidate& candidate, const Reading& reading, const MarkedText& marked, Zone zone)
      : candidate_(candidate), reading_(reading), tokens_(reading.tokens), marked_(marked), zone_(zone) {}

  RoleFound read() const {
    if (candidate_.range) return {RoundRole::kPast, true};
    if (const auto role = by_adjective()) return {*role, true};
    if (const auto role = by_preposition()) return {*role, true};
    const bool past_date = date_of_the_past();
    const std::uint64_t before = cue_before();
    // "وهي الجولة الـ11 منذ بدء المسار": what follows tells how it is counted
    const bool identified = candidate_.first > 0 && (kinds(candidate_.first - 1) & kPredicate) != 0 &&
                            break_before(tokens_, candidate_.first) == Break::kNone;
    if (identified && before != kPastCue && before != kNextCue && !past_date) return {RoundRole::kOwn, true};
    const std::uint64_t behind = before == 0 || before == kHeldCue || before == kPastCue ? cue_behind() : 0;
    const bool announced = before == kPastCue && behind == kNextCue;  // "يذكر أن الجولة … من المقرر أن تعقد"
    const std::uint64_t cue =
        before == 0 || (before == kHeldCue && behind != 0) || announced ? behind : before;
    if (cue == kNegation) return {RoundRole::kMentioned, true};
    if (cue == kPastCue) return {RoundRole::kPast, true};
    if (cue == kNextCue) return {today() ? RoundRole::kOwn : RoundRole::kNext, true};
    const bool told_past = candidate_.history || (candidate_.list && cue != kOwnCue);
    if (told_past && zone_ != Zone::kTitle) return {RoundRole::kPast, true};
    if (past_date && zone_ != Zone::kTitle) return {RoundRole::kPast, true};
    if (zone_ == Zone::kBackground || is_caption()) return {RoundRole::kPast, false};
    return {RoundRole::kOwn, cue != 0, cue != 0 && today()};
  }

 private:
  std::uint64_t kinds(std::size_t i) const { return i < marked_.kinds.size() ? marked_.kinds[i] : 0; }

  std::optional<RoundRole> by_adjective() const {
    for (std::uint32_t i = candidate_.first; i < candidate_.end + 2 && i < tokens_.size(); ++i) {
      if (i >= candidate_.end && break_before(tokens_, i) != Break::kNone) break;
      if (in_date(i)) break;
      if ((kinds(i) & kPastAdjective) != 0) return RoundRole::kPast;
      if ((kinds(i) & kNextAdjective) != 0) return RoundRole::kNext;
      if ((kinds(i) & kOwnAdjective) != 0) return RoundRole::kOwn;
    }
    return std::nullopt;
  }

  /// What stands right before the expression: this one, the last one, after it, before it.
  std::optional<RoundRole> by_preposition() const {
    if (candidate_.first == 0 || break_before(tokens_, candidate_.first) != Break::kNone) return std::nullopt;
    const std::uint64_t word = kinds(candidate_.first - 1);
    if (long_after()) return RoundRole::kPast;
    if ((word & kThisWord) != 0) return RoundRole::kOwn;
    if ((word & (kLastWord | kAfterWord)) != 0) return RoundRole::kPast;
    if ((word & kRightAfterWord) != 0 && zone_ != Zone::kBackground) return RoundRole::kOwn;
    if ((word & kBeforeWord) != 0) return RoundRole::kNext;
    return std::nullopt;
  }

  /// "ناقش المجلس كذا بعد أسبوعين من انتهاء الجولة"; where the sentence opens with it, what follows is of the
  /// round.
  bool long_after() const {
    constexpr std::uint32_t kReach = 6;
    std::uint64_t seen = 0;
    for (std::uint32_t i = candidate_.first, n = 0; i > 0 && n < kReach; ++n) {
      if (break_before(tokens_, i) != Break::kNone) return false;
      const std::uint64_t word = kinds(--i);
      if ((word & kAfterWord) != 0)
        return (seen & kLongTime) != 0 && (seen & kFromWord) != 0 &&
               break_before(tokens_, i) != Break::kSentence;
      seen |= word;
    }
    return false;
  }

  static std::uint64_t cue_of(std::uint64_t kinds) {
    for (const std::uint64_t cue : {kNegation, kPastCue, kNextCue, kOwnCue, kHeldCue})
      if ((kinds & cue) != 0) return cue;
    return 0;
  }

  /// The nearest cue before the expression. A clause that opens with كانت tells the past whatever verb
  /// follows.
  std::uint64_t cue_before() const {
    std::uint64_t nearest = 0;
    std::uint32_t distance = 0;
    bool planned = false;
    for (std::uint32_t i = candidate_.list.value_or(candidate_.first); i > 0 && distance < kReachBefore;
         ++distance) {
      const Break gap = break_before(tokens_, i);
      if (gap == Break::kSentence || is_number(i - 1)) break;
      // "انتهت، اليوم الخميس، الجولة": a time set in commas parts nothing
      if (gap == Break::kComma && !in_date(i) && !in_date(i - 1)) distance += 3;
      const std::uint64_t cue = cue_of(kinds(--i));
      if (cue == kPastCue && (nearest == 0 || nearest == kHeldCue || nearest == kOwnCue))
        return planned ? kNextCue : kPastCue;  // "كان يجري التخطيط لعقد الجولة"
      planned = planned || (nearest == kHeldCue && cue == kNextCue);
      if (nearest == 0) nearest = cue;
    }
    return nearest;
  }

  std::uint64_t cue_behind() const {
    for (std::uint32_t i = candidate_.end; i < candidate_.end + kReachOfVerb && i < tokens_.size(); ++i) {
      if (break_before(tokens_, i) != Break::kNone || is_number(i)) break;
      if (const std::uint64_t cue = cue_of(kinds(i))) return cue;
    }
    return 0;
  }

  bool is_number(std::uint32_t i) const {
    const auto at =
        std::lower_bound(marked_.numbers.begin(), marked_.numbers.end(), i,
                         [](const NumberMark& n, std::uint32_t token) { return n.end() <= token; });
    return at != marked_.numbers.end() && at->first <= i && at->kind != NumberKind::kCardinal;
  }

  bool in_date(std::uint32_t i) const {
    const auto& dates = reading_.dates;
    const auto at = std::lower_bound(
        dates.begin(), dates.end(), i,
        [](const DateMention& d, std::uint32_t token) { return d.first_token + d.token_count <= token; });
    return at != dates.end() && at->first_token <= i;
  }

  /// "تعقد اليوم": what is told of today is no announcement.
  bool today() const {
    const std::uint32_t low = candidate_.first > kReachBehind ? candidate_.first - kReachBehind : 0;
    return std::any_of(reading_.dates.begin(), reading_.dates.end(), [&](const DateMention& date) {
      return date.kind == DateMention::Kind::kRelative && date.offset_days == 0 && date.first_token >= low &&
             date.first_token < candidate_.end + kReachBehind &&
             same_sentence(std::min(date.first_token, candidate_.first),
                           std::max(date.first_token, candidate_.first));
    });
  }

  /// "في كانون الثاني الماضي" in the same sentence.
  bool date_of_the_past() const {
    const std::uint32_t low = candidate_.first > kReachOfDates ? candidate_.first - kReachOfDates : 0;
    const std::uint32_t high = candidate_.end + kReachOfDates;
    for (const DateMention& date : reading_.dates) {
      if (date.first_token < low || date.first_token >= high || date.direction >= 0) continue;
      if (date.kind != DateMention::Kind::kMonthWord && date.month == 0) continue;
      if (same_sentence(std::min(date.first_token, candidate_.first),
                        std::max(date.first_token, candidate_.first)))
        return true;
    }
    return false;
  }

  /// "الجولة السادسة من محادثات أستانا، أيلول 2017": a picture's caption where a title would stand; titles of
  /// news give no month with its year.
  bool is_caption() const {
    constexpr std::uint32_t kReach = 6;
    return zone_ == Zone::kTitle &&
           std::any_of(reading_.dates.begin(), reading_.dates.end(), [&](const DateMention& date) {
             return date.day == 0 && date.month != 0 && date.year != 0 &&
                    date.first_token >= candidate_.end && date.first_token < candidate_.end + kReach &&
                    same_sentence(candidate_.first, date.first_token);
           });
  }

  bool same_sentence(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from + 1; i <= to; ++i)
      if (break_before(tokens_, i) == Break::kSentence) return false;
    return true;
  }

  const RoundCandidate& candidate_;
  const Reading& reading_;
  const TokenStream& tokens_;
  const MarkedText& marked_;
  Zone zone_;
};

}  // namespace

RoleFound role_of(const RoundCandidate& candidate, const Reading& reading, const MarkedText& marked,
                  Zone zone) {
  return RoleReader(candidate, reading, marked, zone).read();
}

RoleFound role_aside(const RoundCandidate& candidate, const Reading& reading, const MarkedText& marked,
                     RoleFound in_clause) {
  constexpr std::uint32_t kReachOfTime = 7;
  if (in_clause.role != RoundRole::kOwn) return in_clause;
  for (std::uint32_t i = candidate.first, n = 0; i > 0 && n < kReachOfTime; ++n) {
    if (break_before(reading.tokens, i) != Break::kNone) break;
    const std::uint64_t kinds = marked.kinds[--i];
    if ((kinds & (kAfterWord | kRightAfterWord)) != 0) return {RoundRole::kPast, true};
    if ((kinds & kBeforeWord) != 0) return {RoundRole::kNext, true};
  }
  return {RoundRole::kMentioned, in_clause.told};
}

}  // namespace mahdar
