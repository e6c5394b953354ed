#include "analyzers/about/source_detector.h"

#include <algorithm>

#include "analyzers/about/source_mentions.h"
#include "analyzers/about/zone_weight.h"

namespace mahdar {

namespace {

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

/// What stands behind the colon of "المصدر: …": the name of an outlet the taxonomy lacks.
std::string_view name_behind_colon(std::string_view signature) {
  constexpr std::size_t kLongest = 60;  // bytes; longer ones are sentences
  const std::size_t colon = signature.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view name = trim(signature.substr(colon + 1));
  return name.size() <= kLongest ? name : std::string_view();
}

std::string_view basis_of(SourceRole role) {
  switch (role) {
    case SourceRole::kDateline:
      return "dateline";
    case SourceRole::kQuoted:
      return "quoted";
    default:
      return "signature";
  }
}

/// The outlets that the text itself names as its source or as its source's source, the best first.
std::vector<SourceMention> claims(const SourceNames& names, const Reading& reading, const PhraseTrie& cues) {
  std::vector<SourceMention> found;
  for (const std::string& signature : reading.zoned.signatures)
    if (const Entity* entity = names.in_line(signature))
      found.push_back({entity, SourceRole::kSignature, {}});
  const std::vector<SourceMention> mentions = find_source_mentions(reading, cues);
  found.insert(found.end(), mentions.begin(), mentions.end());
  std::stable_sort(found.begin(), found.end(), [](const SourceMention& a, const SourceMention& b) {
    const bool a_quoted = a.role == SourceRole::kQuoted;
    const bool b_quoted = b.role == SourceRole::kQuoted;
    if (a_quoted != b_quoted) return b_quoted;
    if (!a_quoted && a.entity->agency != b.entity->agency) return b.entity->agency;
    return a.role < b.role;
  });
  return found;
}

void take(SourceInfo& info, std::string_view id, std::string_view basis) {
  if (!info.id.empty() || id.empty()) return;
  info.id = id;
  info.basis = basis;
}

}  // namespace

SourceDetector::SourceDetector(const Taxonomy& taxonomy) : names_(taxonomy), cues_(source_cues()) {}

SourceInfo SourceDetector::detect(const Reading& reading) const {
  SourceInfo info;
  if (const std::string_view written = trim(reading.raw.source); !written.empty()) {
    const Entity* entity = names_.in_line(written);
    take(info, entity != nullptr ? std::string_view(entity->id) : written, "meta");
  }
  if (const Entity* entity = names_.at_url(reading.raw.url)) take(info, entity->id, "url");

  const std::vector<SourceMention> found = claims(names_, reading, cues_);
  for (const SourceMention& mention : found)
    if (mention.role != SourceRole::kQuoted) take(info, mention.entity->id, basis_of(mention.role));
  for (const std::string& signature : reading.zoned.signatures)
    take(info, name_behind_colon(signature), "signature");
  for (const SourceMention& mention : found) take(info, mention.entity->id, basis_of(mention.role));
  if (info.id.empty()) take(info, host_of(reading.raw.url), "url");

  for (const SourceMention& mention : found) {
    const bool other = mention.entity->id != info.id || info.basis == "quoted";
    if (info.agency.empty() && mention.entity->agency && other) info.agency = mention.entity->id;
    const bool used = mention.entity->id == info.id || mention.entity->id == info.agency;
    if (used && mention.range.end != 0 && info.evidence.size() < kMostEvidence)
      info.evidence.push_back({mention.range, std::string(basis_of(mention.role)), 1});
  }
  return info;
}

}  // namespace mahdar
