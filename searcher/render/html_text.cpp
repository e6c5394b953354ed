#include "searcher/render/html_text.h"

#include "schema/name_key.h"

namespace mahdar {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// What stands for an ASCII character, empty where it may stay.
std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\t':
    case '\n':
    case '\r':
      return {};
    default:
      return static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? kReplacement : std::string_view();
  }
}

bool is_forbidden(char32_t code) {
  return code == 0xFFFE || code == 0xFFFF || (code >= 0x80 && code < 0xA0) ||
         (code >= 0xD800 && code <= 0xDFFF);
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      const std::string_view escape = escape_of(text[at++]);
      if (escape.empty()) {
        out.push_back(text[begin]);
      } else {
        out += escape;
      }
      continue;
    }
    const char32_t code = next_code_point(text, at);
    if (at - begin == 1 || is_forbidden(code)) {
      out += kReplacement;
    } else {
      out += text.substr(begin, at - begin);
    }
  }
}

std::string escaped_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  append_escaped(out, text);
  return out;
}

}  // namespace mahdar
