#pragma once

#include <cstddef>
#include <string_view>

namespace mahdar {

/// What an option takes a number of.
struct NumberOption {
  std::string_view name;  ///< without dashes
  std::string_view unit;  ///< "articles"
  std::size_t least = 1;
  std::size_t most = 0;
};

/// Reads a whole number, digits alone. Throws CommandError(kUsage) that tells what is accepted.
std::size_t read_number(const NumberOption& option, std::string_view written);

/// Seconds, with a fraction where wanted: 0 to 1000000. Throws as read_number().
double read_seconds(std::string_view name, std::string_view written);

}  // namespace mahdar
