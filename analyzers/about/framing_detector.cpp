#include "analyzers/about/framing_detector.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "analyzers/about/foreign_adjective.h"
#include "analyzers/about/sort_few.h"
#include "analyzers/about/zone_weight.h"

namespace mahdar {

FramingDetector::FramingDetector(const Taxonomy& taxonomy, const Analyzer& analyzer) : taxonomy_(taxonomy) {
  std::uint32_t value = 0;
  for (const Framing& framing : taxonomy.framings()) {
    for (const std::string& term : framing.terms) terms_.add(analyzer, term, value);
    for (const std::string& phrase : framing.not_in) terms_.add(analyzer, phrase, value + 1);
    value += 2;
  }
  terms_.build();
}

namespace {

using Match = StemPhrases::Match;

/// "وفد المعارضة نظام الأسد": "وفد … نظام" goes over words that are terms of their own.
bool crosses_another(const std::vector<Match>& matches, std::size_t i) {
  const Match& match = matches[i];
  if (!match.skips) return false;
  const auto last = match.first + match.words;
  const auto overlaps = [&](const Match& other) { return !other.skips && other.value % 2 == 0; };
  for (std::size_t k = i; k-- > 0 && matches[k].first == match.first;)
    if (overlaps(matches[k])) return true;
  for (std::size_t k = i + 1; k < matches.size() && matches[k].first < last; ++k)
    if (overlaps(matches[k])) return true;
  return false;
}

/// Whether an adjective of another state in the match or right behind it says whose the thing is: "وفد
/// الحكومة الروسية", "النظام المصري والمعارضة".
bool is_of_another_state(const Reading& reading, const Match& match, const Framing& framing) {
  if (framing.country.empty()) return false;
  const auto end_of = [](const EntityMatch& entity) { return entity.first_token + entity.token_count; };
  const std::uint32_t behind = match.first + match.words;
  auto entity = std::ranges::partition_point(
      reading.entities, [&](const EntityMatch& e) { return end_of(e) <= match.first + 1; });
  for (; entity != reading.entities.end() && end_of(*entity) <= behind + 1; ++entity) {
    if (entity->entity->kind != EntityKind::kCountry || entity->entity->iso == framing.country) continue;
    const std::uint32_t adjective = end_of(*entity) - 1;
    if (qualifies(reading.tokens[adjective - 1], reading.tokens[adjective])) return true;
  }
  return false;
}

/// "قوات نظام الأسد": "قوات النظام" would cut "نظام الأسد", which names the same in the same way, in two.
/// Only without the article does the last word need the next.
bool cuts_another(const TokenStream& tokens, const std::vector<Match>& matches, std::size_t i) {
  const auto last = matches[i].first + matches[i].words;
  if (has_article(tokens[last - 1].folded)) return false;
  for (std::size_t k = i + 1; k < matches.size() && matches[k].first < last; ++k) {
    const Match& other = matches[k];
    const bool goes_on = other.first > matches[i].first && other.first + other.words > last;
    if (goes_on && !other.skips && other.value == matches[i].value) return true;
  }
  return false;
}

}  // namespace

std::vector<FramingInfo> FramingDetector::detect(const Reading& reading) const {
  const std::vector<Match> matches = terms_.find(reading.tokens);
  if (matches.empty()) return {};
  std::vector<FramingInfo> found(taxonomy_.framings().size());
  std::uint32_t free_from = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Match& match = matches[i];
    if (match.first < free_from || crosses_another(matches, i) || cuts_another(reading.tokens, matches, i))
      continue;
    free_from = match.first + match.words;
    if (match.value % 2 == 1 || is_of_another_state(reading, match, taxonomy_.framings()[match.value / 2]))
      continue;
    FramingInfo& framing = found[match.value / 2];
    ++framing.count;
    if (framing.evidence.size() == kMostEvidence) continue;
    if (framing.evidence.empty()) framing.evidence.reserve(kMostEvidence);
    const ByteRange range{reading.tokens[match.first].begin,
                          reading.tokens[match.first + match.words - 1].end};
    framing.evidence.push_back({range, "framing-term", zone_weight(reading.zoned.zone_at(range.begin))});
  }
  for (std::size_t i = 0; i < found.size(); ++i)
    if (found[i].count > 0) found[i].id = taxonomy_.framings()[i].id;
  std::erase_if(found, [](const FramingInfo& framing) { return framing.count == 0; });
  sort_few(found, [](const FramingInfo& a, const FramingInfo& b) { return a.count > b.count; });
  return found;
}

}  // namespace mahdar
