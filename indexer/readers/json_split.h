#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace mahdar {

/// A piece of JSON text and the line it begins on.
struct JsonPiece {
  std::string_view json;
  std::uint64_t line = 0;
};

/// Whether a file that begins like this holds objects spread over lines or one array, rather than an object a
/// line.
bool is_spread_json(std::string_view head);

/// Every line that is not blank.
void split_lines(std::string_view bytes, std::uint64_t first_line,
                 const std::function<void(JsonPiece)>& visit);

/// Every outermost object, whatever lines and arrays it stands in; an object that never ends is given as it
/// is.
void split_objects(std::string_view bytes, std::uint64_t first_line,
                   const std::function<void(JsonPiece)>& visit);

}  // namespace mahdar
