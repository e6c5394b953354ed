#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/taxonomy.h"

namespace mahdar {

/// The texts of a taxonomy as an index keeps them, compressed: in a small archive they would weigh as much as
/// its articles. May be called by several threads, as may decode_taxonomy().
std::string encode_taxonomy(const std::vector<Taxonomy::SourceText>& texts);

/// What encode_taxonomy() was given; nothing of an empty record. Throws DamagedIndex where the bytes are not
/// its result.
std::vector<Taxonomy::SourceText> decode_taxonomy(std::string_view record);

}  // namespace mahdar
