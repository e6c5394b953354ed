#pragma once

#include <cstddef>
#include <string_view>

#include "schema/article.h"

namespace mahdar {

/// Something that speaks for a round without naming its number, or against it. `round` is an index in
/// Taxonomy::rounds().
struct RoundClue {
  std::size_t round = 0;
  double weight = 0;
  ByteRange range;
  std::string_view rule;  ///< static
};

}  // namespace mahdar
