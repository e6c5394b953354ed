#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <xapian.h>

namespace mahdar {

/// Articles, among those that hold all the stems, in which they stand side by side, as the trail of their
/// words tells (schema/word_trail.h); to be used as a filter on exactly these. Without weight. Throws
/// DeadlineExceeded while matching.
Xapian::Query side_by_side(const std::vector<std::string>& stems, bool in_title,
                           std::chrono::steady_clock::time_point deadline);

}  // namespace mahdar
