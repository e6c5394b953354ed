#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mahdar {

/// The moment a date names, in nanoseconds since 1970, UTC: ISO 8601 as web archives, Atom and pages write it
/// ("2017-10-31", "2017-10-31T12:30:05.25+03:00") or RFC 5322 as RSS does ("Tue, 31 Oct 2017 12:30:05 GMT").
/// Without a time the day's beginning, without a zone UTC. None for anything less than a day, or before 1970
/// or after 2199.
std::optional<std::int64_t> moment_of(std::string_view written);

}  // namespace mahdar
