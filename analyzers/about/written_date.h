#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// A date as a file's metadata write it: ISO 8601 (also without day), RFC 2822, seconds since 1970, or any
/// form find_dates() reads. "YYYY-MM-DD", "YYYY-MM", "YYYY" or empty. Of a time with a zone the day is taken
/// as written.
std::string read_written_date(std::string_view written);

}  // namespace mahdar
