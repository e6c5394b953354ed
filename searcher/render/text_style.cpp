#include "searcher/render/text_style.h"

#include <fmt/format.h>

#include "searcher/highlight/excerpt.h"

namespace mahdar {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string all;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!all.empty()) all += separator;
    all += part;
  }
  return all;
}

std::string without_controls(std::string_view text) {
  std::string safe(text);
  for (std::size_t i = 0; i < safe.size(); ++i) {
    const auto byte = static_cast<unsigned char>(safe[i]);
    if (byte < 0x20 || byte == 0x7F) safe[i] = ' ';
    // C1 controls, U+0080 to U+009F, are two bytes in UTF-8.
    if (byte == 0xC2 && i + 1 < safe.size() && static_cast<unsigned char>(safe[i + 1]) < 0xA0)
      safe.replace(i, 2, "  ");
  }
  return safe;
}

std::string TextStyle::in_colour(std::string_view code, std::string_view text) const {
  return options_.color ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string TextStyle::highlighted(std::string_view text, const std::vector<ByteRange>& ranges) const {
  std::string out;
  std::uint32_t at = 0;
  for (const ByteRange& range : ranges) {
    out += without_controls(text.substr(at, range.begin - at));
    out += in_colour("1;32", without_controls(text.substr(range.begin, range.end - range.begin)));
    at = range.end;
  }
  return out + without_controls(text.substr(at));
}

std::string TextStyle::isolated(std::string_view text) const {
  // Isolates of the text's own that it leaves open would take the end of this one.
  std::string whole = in_pairs(text);
  return options_.isolates && !whole.empty() ? fmt::format("\u2068{}\u2069", whole) : whole;
}

std::string TextStyle::digits(std::string_view text) const {
  if (!options_.arabic_digits) return std::string(text);
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += '\xD9';
      out += static_cast<char>(0xA0 + (c - '0'));
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace mahdar
