#include "analyzers/about/topic_detector.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/about/sort_few.h"
#include "analyzers/about/zone_walk.h"
#include "analyzers/about/zone_weight.h"

namespace mahdar {
namespace {

using Match = StemPhrases::Match;

/// What a phrase is to its topic: StemPhrases' value is the topic's place times kKinds, and one of these.
enum Kind : std::uint32_t { kCue, kLeadCue, kCounterCue, kKinds };

std::uint32_t topic_of(const Match& match) {
  return match.value / kKinds;
}

bool is_counter(const Match& match) {
  return match.value % kKinds == kCounterCue;
}

constexpr double kRepeat = 0.5;          ///< a cue's second mention counts half, its third a quarter …
constexpr std::size_t kManyTimes = 3;    ///< mentions of one cue that do for a second one
constexpr std::size_t kTwice = 2;        ///< mentions that are not in passing
constexpr std::uint32_t kOpening = 200;  ///< words: a report names its topics in them, once if need be

/// What speaks for one topic.
struct Case {
  double score = 0;
  double against = 0;
  bool title = false;
  bool opening = false;
  std::size_t lead = 0;
  std::size_t mentions = 0;
  std::vector<std::pair<std::uint32_t, double>> cues;  ///< phrase and what its next mention weighs
  std::uint32_t free_from = 0;                         ///< first token not in a cue already counted
  struct Found {
    ByteRange range;
    double weight = 0;
  };
  std::array<Found, kMostEvidence> found{};  ///< the first mentions
};

std::vector<Evidence> evidence_of(const Case& topic) {
  std::vector<Evidence> evidence;
  evidence.reserve(kMostEvidence);
  for (std::size_t i = 0; i < std::min(topic.mentions, kMostEvidence); ++i)
    evidence.push_back({topic.found[i].range, "topic-cue", topic.found[i].weight});
  return evidence;
}

void count_cue(Case& topic, const Match& match, ByteRange range, Zone zone) {
  topic.opening |= zone != Zone::kBackground && match.first < kOpening;
  if (topic.mentions == 0) topic.cues.reserve(kMostEvidence);
  auto known = std::find_if(topic.cues.begin(), topic.cues.end(),
                            [&](const auto& cue) { return cue.first == match.phrase; });
  if (known == topic.cues.end()) known = topic.cues.insert(topic.cues.end(), {match.phrase, 1.0});
  const double weight = zone_weight(zone) * known->second;
  known->second *= kRepeat;
  topic.score += weight;
  topic.title |= zone == Zone::kTitle;
  if (zone == Zone::kLead) ++topic.lead;
  if (topic.mentions < kMostEvidence) topic.found[topic.mentions] = {range, weight};
  ++topic.mentions;
}

bool is_topic(const Case& found, const Topic& topic) {
  if (found.mentions == 0 || found.against >= found.score) return false;
  const std::size_t different = found.cues.size();
  if (found.title) return true;
  if (topic.formula) return found.lead > 0 && (different >= 2 || found.mentions >= kManyTimes);
  if (topic.passing) return found.lead > 0 || found.mentions >= kTwice;
  return found.opening || found.lead > 0 || different >= 2 || found.mentions >= kManyTimes;
}

constexpr std::uint32_t kLongestCue = 16;  ///< words; longer counter-cues hide only what begins with them

/// Whether a counter-cue is but a part of the cue, which then says more.
bool lies_inside(const Match& counter, const Match& cue) {
  return !cue.skips && counter.words < cue.words && counter.first >= cue.first &&
         counter.first + counter.words <= cue.first + cue.words;
}

/// Whether one of `counters`, ascending by first token, speaks against the topic of `match` and shares a word
/// with it.
bool is_hidden(const Match& match, const std::vector<Match>& counters) {
  const std::uint32_t from = match.first > kLongestCue ? match.first - kLongestCue : 0;
  auto counter = std::lower_bound(counters.begin(), counters.end(), from,
                                  [](const Match& c, std::uint32_t token) { return c.first < token; });
  for (; counter != counters.end() && counter->first < match.first + match.words; ++counter) {
    if (topic_of(*counter) == topic_of(match) && match.first < counter->first + counter->words &&
        !lies_inside(*counter, match))
      return true;
  }
  return false;
}

/// Whether a counter-cue stands over a cue: then it hides it, and that is all.
bool hides(const Match& counter, const std::vector<Match>& matches) {
  return std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
    return !is_counter(match) && topic_of(match) == topic_of(counter) &&
           match.first < counter.first + counter.words && counter.first < match.first + match.words;
  });
}

/// Counter-cues by first token; few articles have any.
std::vector<Match> counters_of(const std::vector<Match>& matches) {
  std::vector<Match> counters;
  std::copy_if(matches.begin(), matches.end(), std::back_inserter(counters),
               [](const Match& match) { return is_counter(match); });
  return counters;
}

}  // namespace

TopicDetector::TopicDetector(const Taxonomy& taxonomy, const Analyzer& analyzer) : taxonomy_(taxonomy) {
  std::uint32_t value = 0;
  for (const Topic& topic : taxonomy.topics()) {
    for (const std::string& cue : topic.cues) cues_.add(analyzer, cue, value + kCue);
    for (const std::string& cue : topic.lead_cues) cues_.add(analyzer, cue, value + kLeadCue);
    for (const std::string& cue : topic.counter_cues) cues_.add(analyzer, cue, value + kCounterCue);
    value += kKinds;
  }
  cues_.build();
}

std::vector<TopicInfo> TopicDetector::detect(const Reading& reading) const {
  const std::vector<Match> matches = cues_.find(reading.tokens);
  if (matches.empty()) return {};
  const std::vector<Match> counters = counters_of(matches);
  std::vector<Case> cases(taxonomy_.topics().size());
  ZoneWalk zones(reading.zoned);
  for (const Match& match : matches) {
    Case& topic = cases[topic_of(match)];
    const ByteRange range{reading.tokens[match.first].begin,
                          reading.tokens[match.first + match.words - 1].end};
    const Zone zone = zones.at(range.begin);
    if (is_counter(match)) {
      if (!hides(match, matches)) topic.against += zone_weight(zone) / 2;
      continue;
    }
    if (match.value % kKinds == kLeadCue && zone != Zone::kTitle && zone != Zone::kLead) continue;
    if (match.first < topic.free_from || is_hidden(match, counters)) continue;
    topic.free_from = match.first + match.words;
    count_cue(topic, match, range, zone);
  }
  std::vector<TopicInfo> topics;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Topic& topic = taxonomy_.topics()[i];
    if (!is_topic(cases[i], topic)) continue;
    topics.push_back({topic.id, cases[i].score - cases[i].against, evidence_of(cases[i])});
  }
  sort_few(topics, [](const TopicInfo& a, const TopicInfo& b) { return a.score > b.score; });
  return topics;
}

}  // namespace mahdar
