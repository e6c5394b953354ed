#pragma once

#include <string_view>
#include <vector>

#include "analyzers/text/conflation.h"

namespace mahdar {

struct EndingPart {
  std::string_view letters;
  ConflationKind kind = ConflationKind::kEnding;
};

/// The parts of an ending from the front: "تهم" is feminine ت and pronoun هم. Takes exact letters, which keep
/// ة from ه. Letters of the word's root that went with it (ء) are left out. A pure function; the views are
/// literals.
std::vector<EndingPart> ending_parts(std::string_view exact);

}  // namespace mahdar
