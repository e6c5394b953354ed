#pragma once

namespace mahdar {

/// What the user asks of an update beyond the usual.
struct UpdateRules {
  bool full_scan = false;          ///< read every file, whatever its stamp
  bool retry_failed = false;       ///< read files with rejected articles again, and report those again
  bool judge_again = false;        ///< read everything: the corrections are others
  bool allow_mass_delete = false;  ///< take out whatever is gone, be it all
};

}  // namespace mahdar
