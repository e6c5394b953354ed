#include "analyzers/about/round_scene.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "analyzers/about/zone_walk.h"
#include "analyzers/text/folder.h"

namespace mahdar {
namespace {

/// Of one sentence.
struct Told {
  std::uint64_t kinds = 0;
  bool venue = false;
  bool host = false;
  bool here = false;           ///< something happens in a city or state where rounds were held
  bool elsewhere = false;      ///< or at a guarantor's home
  bool rival_to_come = false;  ///< what is announced is another meeting
  std::uint32_t begin = 0;     ///< bytes
  std::uint32_t end = 0;
};

/// "القمة الثلاثية التي ستعقد قريبا ستناقش ما اتفق عليه في أستانة": of the name of a rival, whether what is
/// announced is not the process's.
/// "بعد جنيف تعقد …" is no such case, nor is "محادثات جنيف المرتقبة", which names and announces nothing.
bool announces_rival(std::uint32_t i, const Reading& reading, const MarkedText& marked) {
  constexpr std::uint32_t kReach = 5;
  const std::uint64_t before = i > 0 ? marked.kinds[i - 1] : 0;
  if ((before & (kAfterWord | kBeforeWord | kRightAfterWord | kInWord | kFormatWord)) != 0) return false;
  for (std::uint32_t k = i + 1; k < marked.kinds.size() && k <= i + kReach; ++k) {
    if (break_before(reading.tokens, k) != Break::kNone) return false;
    if ((marked.kinds[k] & (kFormatWord | kProcessWord)) != 0) return false;
    if ((marked.kinds[k] & kNextCue) != 0) return (marked.kinds[k] & kNextAdjective) == 0;
  }
  return false;
}

/// "قبل اجتماع أستانة"
bool is_ahead(std::uint32_t i, const Reading& reading, const MarkedText& marked) {
  return i > 0 && (marked.kinds[i - 1] & kBeforeWord) != 0 && break_before(reading.tokens, i) == Break::kNone;
}

std::vector<Told> front_sentences(const Reading& reading, const MarkedText& marked) {
  std::vector<Told> sentences;
  const std::uint32_t end = reading.front_end;
  for (std::uint32_t i = 0; i < end;) {
    Told told;
    told.begin = reading.tokens[i].begin;
    do {
      const std::uint64_t kinds = marked.kinds[i];
      told.kinds |= kinds;
      if ((kinds & kRivalWord) != 0) told.rival_to_come |= announces_rival(i, reading, marked);
      if ((kinds & kFormatWord) != 0 && is_ahead(i, reading, marked)) told.kinds |= kNextCue;
    } while (++i < end && reading.tokens[i].gap > Gap::kSentence);
    told.end = reading.tokens[i - 1].end;
    sentences.push_back(told);
  }
  return sentences;
}

/// "في موسكو", "في العاصمة الروسية موسكو": where something happens. A dateline names its city without a
/// preposition.
bool happens_in(const EntityMatch& match, const Reading& reading, const MarkedText& marked) {
  static const std::uint64_t capital = hash_word(fold("العاصمة")), city = hash_word(fold("مدينة"));
  constexpr std::uint32_t kReach = 3;
  std::uint32_t i = match.first_token;
  for (std::uint32_t n = 0; i > 0 && n < kReach; ++n) {
    if (break_before(reading.tokens, i) != Break::kNone) return false;
    if ((marked.kinds[--i] & kInWord) == 0) continue;
    const std::uint64_t next = reading.tokens[i + 1].hash;
    return n == 0 || next == capital || next == city;
  }
  return false;
}

/// Guarantors meet at home too.
bool of_guarantor(const Entity& entity, const Taxonomy& taxonomy) {
  if (entity.kind == EntityKind::kPerson) return false;
  const Entity* country = entity.kind == EntityKind::kCountry ? &entity : taxonomy.country(entity.country);
  return country != nullptr && country->guarantor;
}

void add_places(std::vector<Told>& sentences, const Reading& reading, const MarkedText& marked,
                const RoundVenues& venues) {
  auto sentence = sentences.begin();
  for (const EntityMatch& match : reading.entities) {
    while (sentence != sentences.end() && sentence->end <= match.range.begin) ++sentence;
    if (sentence == sentences.end()) return;
    const bool city = venues.is_city(match.entity), host = venues.is_host(match.entity);
    sentence->venue = sentence->venue || city;
    sentence->host = sentence->host || host;
    if (!happens_in(match, reading, marked)) continue;
    if (!city && !host && !of_guarantor(*match.entity, reading.taxonomy)) continue;
    (city || host ? sentence->here : sentence->elsewhere) = true;
  }
}

/// How surely a sentence speaks of the process: its city alone may be that of another meeting.
double tells_process(const Told& told) {
  constexpr double kCityAlone = 0.6;
  if ((told.kinds & (kFormatWord | kProcessWord)) != 0) return 1;
  return (told.venue || told.host) && (told.kinds & kRivalWord) == 0 ? kCityAlone : 0;
}

bool tells_meeting(const Told& told) {
  constexpr std::uint64_t kHeld = kOwnCue | kHeldCue | kNextCue | kOwnAdjective | kNextAdjective;
  if ((told.kinds & kAgreed) != 0) return true;
  if ((told.kinds & kHypothetical) != 0 && (told.kinds & kNextAdjective) == 0) return false;
  return (told.kinds & (kAnyHead | kFormatWord)) != 0 && (told.kinds & kHeld) != 0;
}

}  // namespace

RoundScene read_scene(const Reading& reading, const MarkedText& marked, const RoundVenues& venues) {
  RoundScene scene;
  std::vector<Told> sentences = front_sentences(reading, marked);
  add_places(sentences, reading, marked, venues);
  double weight = 1.5;
  for (const Told& told : sentences) {
    const bool rival = (told.kinds & kRivalWord) != 0 || (told.elsewhere && !told.here);
    const double process = tells_process(told);
    const bool meeting = tells_meeting(told);
    const double share = process > 0 && rival ? weight / 2 : weight;
    scene.place += share * process;
    if (meeting && !told.rival_to_come) scene.process += share * process;
    const bool titled = &told == &sentences.front() || reading.zoned.zone_at(told.begin) == Zone::kTitle;
    if (rival && (meeting || titled)) scene.rival += share;
    if (meeting && process > 0 && !told.rival_to_come && (told.kinds & (kNextAdjective | kNextCue)) != 0)
      scene.announced = true;
    const bool coming = (told.kinds & kNextAdjective) != 0 && (told.kinds & kAnyHead) != 0;
    if (coming && (told.kinds & kAgreed) == 0 && reading.zoned.zone_at(told.begin) == Zone::kTitle)
      scene.next_in_title = true;
    weight = std::max(0.5, weight * 0.8);
  }
  return scene;
}

}  // namespace mahdar
