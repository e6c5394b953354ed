#pragma once

#include <stdexcept>

namespace mahdar {

/// What an index holds is not what was written into it.
class DamagedIndex : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace mahdar
