#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/article.h"

namespace mahdar {

/// A piece of a text that stands by itself.
struct Excerpt {
  std::string text;
  std::vector<ByteRange> ranges;  ///< in `text`
};

/// The piece as one line, with the ranges, which are of the whole text, ascending and inside it. What it has
/// of isolates and embeddings (UAX #9) comes in pairs within each paragraph: beginnings without an end are
/// closed, ends without a beginning taken out, as are overrides. A pure function.
Excerpt make_excerpt(std::string_view text, ByteRange piece, const std::vector<ByteRange>& ranges);

/// The whole text so: one line, its direction controls in pairs, so that none reaches what stands behind it.
std::string in_pairs(std::string_view text);

}  // namespace mahdar
