#pragma once

#include <string>

#include "schema/taxonomy.h"

namespace mahdar {

/// Version of the code, hash of the word lists and of the taxonomy's names: changes whenever the same text
/// could give other tokens.
std::string analyzer_fingerprint(const Taxonomy& taxonomy);

}  // namespace mahdar
