#pragma once

#include <string_view>

#include "analyzers/text/token.h"

namespace mahdar {

/// The original text between two tokens of one stream, `before` standing somewhere before `after`.
inline std::string_view text_between(const Token& before, const Token& after) {
  const char* begin = before.surface.data() + before.surface.size();
  const char* end = after.surface.data();
  return begin < end ? std::string_view(begin, static_cast<std::size_t>(end - begin)) : std::string_view();
}

/// Whether a comma, a semicolon or a colon, Arabic or Latin, stands in a text between tokens.
inline bool holds_comma(std::string_view between) {
  constexpr char kLead = '\xD8', kComma = '\x8C', kSemicolon = '\x9B';  // ، and ؛ in UTF-8
  for (std::size_t i = 0; i < between.size(); ++i) {
    const char c = between[i];
    if (c == ',' || c == ';' || c == ':') return true;
    if (c == kLead && i + 1 < between.size() && (between[i + 1] == kComma || between[i + 1] == kSemicolon))
      return true;
  }
  return false;
}

/// Whether a quotation begins in a text between tokens: behind a colon or with a quotation mark.
inline bool opens_quote(std::string_view between) {
  if (between == " ") return false;
  for (const std::string_view mark : {":", "“", "\"", "«", "”", "„"}) {
    if (between.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace mahdar
