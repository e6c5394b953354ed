#pragma once

#include <string_view>
#include <vector>

#include "analyzers/text/conflation.h"

namespace mahdar {

/// What the parts of an ending say, from the front: "تهم" is feminine and pronoun. Takes exact letters, which
/// keep ة from ه. Letters of the word's root that went with it (ء) give nothing. A pure function.
std::vector<ConflationKind> ending_kinds(std::string_view exact);

}  // namespace mahdar
