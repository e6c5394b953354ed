#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// `bytes` in gzip's format, fast rather than small. Throws std::bad_alloc.
std::string gzip(std::string_view bytes);

/// Whether an Accept-Encoding header takes gzip.
bool accepts_gzip(std::string_view accept_encoding);

}  // namespace mahdar
