#pragma once

#include <string>

namespace mahdar {

/// Now, as "2017-10-30T09:15:00Z".
std::string timestamp_now();

}  // namespace mahdar
