#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mahdar {

/// Names and values of a query string, decoded, in their order; a name may occur several times.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// A request's target, decoded.
struct Target {
  std::string path;
  Parameters parameters;
};

/// Splits and decodes "/path?name=value&…". None where the path does not begin with '/', an escape is broken,
/// or what comes out is not UTF-8 or holds a NUL.
std::optional<Target> parse_target(std::string_view target);

/// The first value of a parameter; empty where it is not given.
std::string_view parameter(const Parameters& parameters, std::string_view name);

/// Everything but unreserved ASCII as %XX: good in a path segment and in a query.
std::string percent_encoded(std::string_view text);

/// "name=value&…", encoded.
std::string to_query_string(const Parameters& parameters);

}  // namespace mahdar
