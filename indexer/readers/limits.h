#pragma once

#include <cstddef>

/// Source files are untrusted: what a reader takes at most.
namespace mahdar::limits {

inline constexpr std::size_t kFileBytes = std::size_t{16} << 20;  ///< one text file, page or JSON line
inline constexpr std::size_t kTextBytes = std::size_t{2} << 20;   ///< the text of one article
inline constexpr std::size_t kTagBytes = std::size_t{32}
                                         << 10;  ///< one HTML tag; libxml2 is quadratic in attributes
inline constexpr int kJsonDepth = 64;
inline constexpr int kHtmlDepth = 256;

}  // namespace mahdar::limits
