#include "analyzers/about/round_mentions.h"

#include <algorithm>

#include "analyzers/about/round_binding.h"
#include "analyzers/about/round_days.h"
#include "analyzers/about/round_matter.h"
#include "analyzers/about/zone_weight.h"
#include "analyzers/text/folder.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kReachOfNoun = 3;
constexpr std::uint32_t kReachOfEvent = 10;
constexpr double kMostlyOthers = 1.5;  // rivals' weight over the process's in a text about others
constexpr int kDelegations = 2;        // whose heads stand for the process
constexpr double kCityAlone = 0.25;    // "أستانا" may be no more than a place

class PresenceReader {
 public:
  PresenceReader(const Reading& reading, const MarkedText& marked, const RoundVenues& venues)
      : reading_(reading), marked_(marked), venues_(venues) {}

  ProcessPresence read(std::string_view known_date) {
    double process_in_title = 0, rival_in_title = 0;
    for (std::uint32_t i = 0; i < marked_.kinds.size(); ++i) {
      const std::uint64_t kinds = marked_.kinds[i];
      if ((kinds & (kProcessWord | kFormatWord | kSubjectWord | kRivalWord)) == 0) continue;
      presence_.subject = presence_.subject || (kinds & kSubjectWord) != 0;
      presence_.format = presence_.format || (kinds & (kFormatWord | kRivalWord)) == kFormatWord;
      if (i > 0 && (marked_.kinds[i - 1] & kinds & (kFormatWord | kRivalWord)) != 0) continue;  // same phrase
      const Zone zone = reading_.zoned.zone_at(reading_.tokens[i].begin);
      const double weight = zone_weight(zone);
      if ((kinds & kRivalWord) != 0) {
        presence_.rival += weight;
        if (zone == Zone::kTitle) rival_in_title += weight;
      } else if ((kinds & (kProcessWord | kFormatWord)) != 0) {
        const double sure = (kinds & kFormatWord) != 0 || beside_noun(i) ? 1 : kCityAlone;
        presence_.process += sure * weight;
        if (zone == Zone::kTitle) process_in_title += sure * weight;
        if (zone == Zone::kTitle || zone == Zone::kLead) {
          presence_.in_front = true;
          presence_.event = presence_.event || tells_meeting(i);
        }
      }
    }
    presence_.rival_title = rival_in_title * 0.5 > process_in_title;
    entities();
    presence_.too_early = too_early(known_date);
    return presence_;
  }

 private:
  bool beside_noun(std::uint32_t i) const {
    const std::uint32_t stop = i > kReachOfNoun ? i - kReachOfNoun : 0;
    for (std::uint32_t k = i; k > stop && break_before(reading_.tokens, k) == Break::kNone;) {
      if ((marked_.kinds[--k] & kInWord) != 0) return false;  // "اجتماع في أستانا"
      if ((marked_.kinds[k] & (kHeadSingular | kHeadPlural | kHeadDual)) != 0) return true;
    }
    return marked_.number_at(i + 1) != nullptr;
  }

  /// A noun that counts meetings and a verb of holding them near a name.
  bool tells_meeting(std::uint32_t name) const {
    const std::uint32_t from = name > kReachOfEvent ? name - kReachOfEvent : 0;
    std::uint64_t seen = 0;
    for (std::uint32_t i = name + 1; i-- > from;) {
      seen |= marked_.kinds[i];
      if (break_before(reading_.tokens, i) == Break::kSentence) break;
    }
    for (std::uint32_t i = name + 1; i < marked_.kinds.size() && i < name + kReachOfEvent; ++i) {
      if (break_before(reading_.tokens, i) == Break::kSentence) break;
      seen |= marked_.kinds[i];
    }
    return (seen & kAnyHead) != 0 &&
           (seen & (kOwnCue | kNextCue | kHeldCue | kOwnAdjective | kNextAdjective | kThisWord)) != 0;
  }

  /// "سوتشي 15": a place before the number of a round that was held there.
  bool numbered(const EntityMatch& match) const {
    const std::uint32_t next = match.first_token + match.token_count;
    const NumberMark* number = marked_.number_at(next);
    if (number == nullptr || break_before(reading_.tokens, next) != Break::kNone) return false;
    const Round* round = reading_.taxonomy.round(number->value);
    return round != nullptr && round->city == match.entity->id;
  }

  /// "العاصمة الكازاخية" is the city, whatever its name was.
  bool of_capital(const EntityMatch& match) const {
    static const std::uint64_t capital = hash_word(fold("العاصمة")), to_capital = hash_word(fold("للعاصمة"));
    const auto names = [&](std::uint32_t i) {
      return reading_.tokens[i].hash == capital || reading_.tokens[i].hash == to_capital;
    };
    const std::uint32_t first = match.first_token;
    if (names(first)) return true;
    return first > 0 && break_before(reading_.tokens, first) == Break::kNone && names(first - 1);
  }

  bool led_delegation(const Entity& person) const {
    return person.kind == EntityKind::kPerson &&
           std::ranges::any_of(reading_.taxonomy.rounds(), [&](const Round& round) {
             return std::ranges::count(round.heads, person.id) != 0;
           });
  }

  void entities() {
    std::vector<const Entity*> guarantors, heads;
    for (const EntityMatch& match : reading_.entities) {
      if (match.entity->guarantor && std::ranges::count(guarantors, match.entity) == 0)
        guarantors.push_back(match.entity);
      if (led_delegation(*match.entity) && std::ranges::count(heads, match.entity) == 0)
        heads.push_back(match.entity);
      const bool host = venues_.is_host(match.entity);
      const bool venue = venues_.is_city(match.entity) || (host && of_capital(match));
      if (!venue && !host) continue;
      presence_.venue = presence_.venue || venue;
      presence_.host = presence_.host || host;
      const Zone zone = reading_.zoned.zone_at(match.range.begin);
      if (zone == Zone::kTitle || zone == Zone::kLead) {
        presence_.in_front = true;
        presence_.event = presence_.event || tells_meeting(match.first_token);
      }
      if (venue && numbered(match)) presence_.process += zone_weight(zone);
    }
    presence_.guarantors = static_cast<int>(guarantors.size());
    presence_.heads = static_cast<int>(heads.size());
  }

  /// Meetings of the same name may be older than the process.
  bool too_early(std::string_view known_date) const {
    const std::vector<Round>& rounds = reading_.taxonomy.rounds();
    if (rounds.empty()) return true;
    const auto first = day_of(rounds.front().start);
    if (!first) return false;
    if (const auto known = day_of(known_date)) return *known < *first - std::chrono::days(365);
    int latest = 0;
    for (const DateMention& date : reading_.dates)
      if (!since(date)) latest = std::max(latest, date.year);
    return latest != 0 && latest < int(std::chrono::year_month_day(*first).year()) - 1;
  }

  /// "منذ عام 2011", "منذ اندلاع الحرب في مارس 2011": when something began that lasts.
  bool since(const DateMention& date) const {
    constexpr std::uint32_t kReach = 4;
    std::uint32_t i = date.first_token;
    for (std::uint32_t n = 0; (marked_.kinds[i] & kAfterWord) == 0; ++n)
      if (n == kReach || i == 0 || break_before(reading_.tokens, i--) != Break::kNone) return false;
    return true;
  }

  const Reading& reading_;
  const MarkedText& marked_;
  const RoundVenues& venues_;
  ProcessPresence presence_;
};

/// "اجتماع أستانة-4": so named, the process needs no other witness.
bool named_with_number(const RoundCandidates& found, int above) {
  return std::any_of(found.rounds.begin(), found.rounds.end(), [&](const RoundCandidate& c) {
    return c.owner == RoundOwner::kProcess && !c.range && c.value > above &&
           (c.rule == "process+number" || c.rule == "head+process+number");
  });
}

/// "الجولة السابعة من محادثات أستانا": short news of the process name neither Syria nor a guarantor.
bool named_as_edition(const RoundCandidates& found) {
  return std::any_of(found.rounds.begin(), found.rounds.end(), [](const RoundCandidate& c) {
    return c.owner == RoundOwner::kProcess && !c.range && c.edition;
  });
}

/// Whether an expression without a genitive is the process's; its weight where it is.
double open_weight(const RoundCandidate& c, const Reading& reading, const MarkedText& marked,
                   const ProcessPresence& presence) {
  RoundOwner owner = owner_in_sentence(reading.tokens, marked, c.first);
  // "اللقاء الثاني بين الوفدين": any meeting has a first and a second.
  if (!c.edition && c.value <= kFewMeetings && owner != RoundOwner::kProcess) return 0;
  double sure = c.edition ? 0.9 : 0.7;
  if (owner == RoundOwner::kRival && presence.rival > presence.process * 0.5) return 0;
  if (owner == RoundOwner::kOpen) {
    owner = owner_in_paragraph(reading.tokens, marked, c.first);
    sure *= 0.9;
    if (owner == RoundOwner::kRival && presence.rival > presence.process) return 0;
  }
  if (owner == RoundOwner::kOpen && presence.rival > kMostlyOthers * presence.process) return 0;
  return sure;
}

}  // namespace

RoundMentions read_mentions(const Reading& reading, const MarkedText& marked, const RoundVenues& venues,
                            std::string_view known_date) {
  RoundMentions mentions;
  mentions.presence = PresenceReader(reading, marked, venues).read(known_date);
  const ProcessPresence& presence = mentions.presence;
  // Heads of several delegations in the city are its format, though no word is.
  const bool delegations = presence.venue && presence.heads >= kDelegations;
  const bool format = presence.process >= 0.75 || delegations ||
                      (presence.venue && presence.guarantors >= 1) ||
                      (presence.host && presence.guarantors >= 2) ||
                      (presence.venue && presence.subject && presence.event && presence.rival == 0);
  if (!format) return mentions;
  // The city holds other meetings, of guarantors too: one of them is no witness without the process's name.
  const bool witnessed = presence.subject || delegations || (presence.format && presence.guarantors > 0);
  if (!witnessed && presence.rival > 0) return mentions;
  const RoundCandidates found = find_round_candidates(reading, marked);
  // A slip of the pen may put the year before the process; the meetings of its name before it were two.
  constexpr int kEarlierMeetings = 2;
  mentions.about_process = presence.too_early ? named_with_number(found, kEarlierMeetings)
                                              : witnessed || named_with_number(found, 0) ||
                                                    (presence.format && named_as_edition(found));
  if (!mentions.about_process) return mentions;

  mentions.scene = read_scene(reading, marked, venues);
  mentions.other_matter = tells_of_another_event(reading, marked, found);
  for (const RoundCandidate& candidate : found.rounds) {
    if (candidate.owner == RoundOwner::kRival) continue;
    if (mentions.other_matter && candidate.owner != RoundOwner::kProcess) continue;
    const double sure =
        candidate.owner == RoundOwner::kProcess ? 1.2 : open_weight(candidate, reading, marked, presence);
    if (sure == 0) continue;
    NamedRound named;
    named.candidate = candidate;
    named.range = {reading.tokens[candidate.first].begin, reading.tokens[candidate.end - 1].end};
    named.zone = reading.zoned.zone_at(reading.tokens[candidate.number_end - 1].begin);
    named.role = role_of(candidate, reading, marked, named.zone);
    if (mentions.other_matter) named.role = role_aside(candidate, reading, marked, named.role);
    named.weight = candidate.weight * sure;
    mentions.rounds.push_back(named);
  }
  for (const RoundCount& count : found.counts) {
    RoundOwner owner = count.owner;
    if (owner == RoundOwner::kOpen) owner = owner_in_sentence(reading.tokens, marked, count.first);
    if (owner == RoundOwner::kOpen && presence.process > presence.rival) owner = RoundOwner::kProcess;
    if (owner == RoundOwner::kProcess) mentions.counts.push_back(count);
  }
  return mentions;
}

bool tells_of_other_talks(const RoundMentions& mentions) {
  constexpr int kGuarantors = 3;
  const ProcessPresence& presence = mentions.presence;
  if (presence.format || presence.heads >= kDelegations ||
      (presence.subject && presence.guarantors == kGuarantors))
    return false;
  return mentions.scene.process <= 0 || std::ranges::any_of(mentions.rounds, [](const NamedRound& named) {
           const bool front = named.zone == Zone::kTitle || named.zone == Zone::kLead;
           return front && named.candidate.owner == RoundOwner::kOpen && named.role.role == RoundRole::kOwn;
         });
}

}  // namespace mahdar
