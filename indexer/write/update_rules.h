#pragma once

#include <cstdint>

namespace mahdar {

/// What the user asks of an update beyond the usual.
struct UpdateRules {
  bool full_scan = false;          ///< read every file, whatever its stamp
  bool retry_failed = false;       ///< read files with rejected articles again, and report those again
  bool judge_again = false;        ///< read everything: the corrections are others
  bool allow_mass_delete = false;  ///< take out whatever is gone, be it all
};

/// Whether so many articles gone, of so many, look more like a disk that is not mounted than like news that
/// went: more than a fifth, and over 100.
constexpr bool is_mass_delete(std::uint64_t gone, std::uint64_t of) {
  return gone > 100 && gone * 5 > of;
}

}  // namespace mahdar
