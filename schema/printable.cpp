#include "schema/printable.h"

#include <cstdint>

#include <fmt/format.h>
#include <unicode/utf8.h>

namespace mahdar {
namespace {

bool is_control(UChar32 code) {
  return code < 0x20 || (code >= 0x7F && code <= 0x9F);
}

}  // namespace

std::string printable(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  for (std::size_t at = 0; at < size;) {
    const std::size_t start = at;
    UChar32 code = 0;
    U8_NEXT(bytes, at, size, code);  // below zero where the bytes are no UTF-8
    if (code >= 0 && !is_control(code)) {
      line += text.substr(start, at - start);
    } else {
      for (std::size_t i = start; i < at; ++i) line += fmt::format("\\x{:02x}", bytes[i]);
    }
  }
  return line;
}

}  // namespace mahdar
