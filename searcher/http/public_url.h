#pragma once

#include <string>

#include "schema/result.h"

namespace mahdar {

/// The server's address from outside as links begin with it: scheme and host, without the slash at its end.
/// Rejects any other URL.
Result<std::string> read_public_url(std::string url);

}  // namespace mahdar
