#include "analyzers/text/utf8.h"

namespace mahdar::utf8 {

Decoded decode_long(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return char32_t{static_cast<unsigned char>(text[at + i])}; };
  const auto trail = [&](std::size_t i) { return at + i < text.size() && (byte(i) & 0xC0) == 0x80; };
  const char32_t lead = byte(0);
  if (lead >= 0xE0 && lead < 0xF0 && trail(1) && trail(2)) {
    const char32_t c = (lead & 0xF) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3};
  }
  if (lead >= 0xF0 && lead < 0xF5 && trail(1) && trail(2) && trail(3)) {
    const char32_t c = (lead & 7) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    if (c >= 0x10000 && c <= 0x10FFFF) return {c, 4};
  }
  return {kInvalid, 1};
}

}  // namespace mahdar::utf8
