#include "analyzers/about/evidence_list.h"

#include <algorithm>
#include <functional>
#include <string>

#include "analyzers/about/zone_weight.h"

namespace mahdar {

std::vector<Evidence> strongest(std::vector<FoundEvidence> found) {
  std::ranges::stable_sort(found, std::greater{}, &FoundEvidence::weight);
  if (found.size() > kMostEvidence) found.resize(kMostEvidence);
  std::vector<Evidence> kept;
  kept.reserve(found.size());
  for (const FoundEvidence& one : found) kept.push_back({one.range, std::string(one.rule), one.weight});
  return kept;
}

}  // namespace mahdar
