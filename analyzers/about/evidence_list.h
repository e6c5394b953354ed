#pragma once

#include <string_view>
#include <vector>

#include "schema/article.h"

namespace mahdar {

/// Evidence that may not be kept: light to sort.
struct FoundEvidence {
  ByteRange range;
  std::string_view rule;
  double weight = 0;
};

/// The weightiest that have words in the text, at most kMostEvidence; of equal weight the first.
std::vector<Evidence> strongest(const std::vector<FoundEvidence>& found);

}  // namespace mahdar
