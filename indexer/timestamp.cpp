#include "indexer/timestamp.h"

#include <ctime>

#include <fmt/chrono.h>

namespace mahdar {

std::string timestamp_now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

}  // namespace mahdar
