#include "analyzers/about/evidence_list.h"

#include <array>
#include <span>
#include <string>

#include "analyzers/about/zone_weight.h"

namespace mahdar {

std::vector<Evidence> strongest(const std::vector<FoundEvidence>& found) {
  std::array<const FoundEvidence*, kMostEvidence> best{};
  std::size_t count = 0;
  for (const FoundEvidence& one : found) {
    if (one.range.begin == one.range.end) continue;
    if (count == best.size() && one.weight <= best[count - 1]->weight) continue;
    std::size_t place = count < best.size() ? count++ : count - 1;
    for (; place > 0 && best[place - 1]->weight < one.weight; --place) best[place] = best[place - 1];
    best[place] = &one;
  }
  std::vector<Evidence> kept;
  kept.reserve(count);
  for (const FoundEvidence* one : std::span(best).first(count))
    kept.push_back({one->range, std::string(one->rule), one->weight});
  return kept;
}

}  // namespace mahdar
