#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace mahdar {

/// Classes of ASCII characters, whatever the locale says.
constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// `text` with A-Z made small; all other bytes as they are.
inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

}  // namespace mahdar
