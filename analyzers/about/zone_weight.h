#pragma once

#include "analyzers/about/zoned_text.h"

namespace mahdar {

/// How much a mention counts for what an article is about.
constexpr double zone_weight(Zone zone) {
  switch (zone) {
    case Zone::kTitle:
      return 3;
    case Zone::kLead:
      return 2;
    case Zone::kBody:
      return 1;
    case Zone::kBackground:
      return 0.4;
  }
  return 1;
}

/// Evidence kept for one value: enough to show why, little enough to store.
inline constexpr std::size_t kMostEvidence = 8;

}  // namespace mahdar
