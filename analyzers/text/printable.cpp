#include "analyzers/text/printable.h"

#include <fmt/format.h>

#include "analyzers/text/utf8.h"

namespace mahdar {
namespace {

/// Of ASCII and of Latin-1, which some terminals obey too.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

}  // namespace

std::string printable(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, length] = utf8::decode(text, at);
    const std::string_view bytes = text.substr(at, length);
    if (code_point != utf8::kInvalid && !is_control(code_point)) {
      line += bytes;
    } else {
      for (const char c : bytes) line += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    }
    at += length;
  }
  return line;
}

}  // namespace mahdar
