#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mahdar::utf8 {

inline constexpr char32_t kInvalid = 0xFFFFFFFF;

struct Decoded {
  char32_t code_point;   ///< kInvalid where the bytes are not UTF-8
  std::uint32_t length;  ///< bytes; 1 for an invalid byte
};

/// decode() for lead bytes of three and four bytes, and what is not UTF-8.
Decoded decode_long(std::string_view text, std::size_t at);

/// The code point that begins at text[at]; `at` lies inside the text. Overlong forms, surrogates and values
/// above U+10FFFF are invalid.
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && at + 1 < text.size()) {
    const auto trail = static_cast<unsigned char>(text[at + 1]);
    if ((trail & 0xC0) == 0x80) return {(lead & 0x1Fu) << 6 | (trail & 0x3Fu), 2};
  }
  return decode_long(text, at);
}

inline void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

}  // namespace mahdar::utf8
