#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// A line whose Arabic letters have the shapes their neighbours give them, lam and alef as one (ICU's
/// u_shapeArabic, presentation forms), still in logical order: what a terminal without bidi shows. It may be
/// narrower than before. Shaped text stays as it is. Not for anything that is searched or kept.
std::string shaped(std::string_view utf8);

/// A logical-order line shaped and in visual order, for terminals without bidi support (UAX #9).
std::string visual_order(std::string_view utf8, bool right_to_left);

}  // namespace mahdar
