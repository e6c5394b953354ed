#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "schema/article.h"

namespace mahdar {

/// What a corrections file put in the place of what was detected, as `show` and `explain` give it. `places`:
/// with file and line of each correction. Throws std::bad_alloc; threads may share nothing but the argument.
nlohmann::ordered_json corrections_to_json(const std::vector<AppliedCorrection>& corrections,
                                           bool places = true);

}  // namespace mahdar
