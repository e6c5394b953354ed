#include "analyzers/text/encoding.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "analyzers/text/encoding_guess.h"
#include "analyzers/text/icu_converter.h"
#include "analyzers/text/utf8.h"

namespace mahdar {
namespace {

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

using namespace std::string_view_literals;

// UTF-32 before UTF-16, whose mark begins like it.
constexpr std::array kMarks = {Mark{"\xEF\xBB\xBF"sv, "UTF-8"}, Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"},
                               Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"}, Mark{"\xFF\xFE"sv, "UTF-16LE"},
                               Mark{"\xFE\xFF"sv, "UTF-16BE"}};

Unexpected binary(std::string message) {
  return Unexpected({.path = {},
                     .line = 0,
                     .message = std::move(message),
                     .remedy = "convert it to text, or leave it out of the source"});
}

std::string_view known_format(std::string_view bytes) {
  constexpr std::array kFormats = {std::pair{"%PDF-"sv, "a PDF document"sv},
                                   std::pair{"PK\3\4"sv, "a ZIP archive or office document"sv},
                                   std::pair{"\x89PNG"sv, "an image (PNG)"sv},
                                   std::pair{"\xFF\xD8\xFF"sv, "an image (JPEG)"sv},
                                   std::pair{"GIF8"sv, "an image (GIF)"sv},
                                   std::pair{"\x1F\x8B"sv, "gzip data"sv},
                                   std::pair{"\xD0\xCF\x11\xE0"sv, "an old office document"sv},
                                   std::pair{"\x7F"
                                             "ELF"sv,
                                             "a program"sv},
                                   std::pair{"{\\rtf"sv, "an RTF document"sv}};
  for (const auto& [magic, name] : kFormats) {
    if (bytes.starts_with(magic)) return name;
  }
  return {};
}

void unify_line_ends(std::string& text) {
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n') continue;
    text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != '\x1B';
}

// Text has hardly any control characters, and no NUL.
bool looks_binary(std::string_view utf8) {
  const auto controls = static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), is_control));
  return utf8.find('\0') != std::string_view::npos || controls * 50 > utf8.size();
}

Result<DecodedText> finish(DecodedText text) {
  if (text.utf8.starts_with("\xEF\xBB\xBF")) text.utf8.erase(0, 3);
  unify_line_ends(text.utf8);
  if (looks_binary(text.utf8)) return binary("binary data, no text");
  return text;
}

Result<DecodedText> converted(std::string_view bytes, const std::string& encoding, bool guessed) {
  const auto result = to_utf8(bytes, encoding);
  if (!result) return binary("unknown encoding " + encoding);
  return finish(
      {.utf8 = result->utf8, .encoding = encoding, .guessed = guessed, .repaired = result->repaired});
}

bool is_unicode_name(std::string_view name) {
  return name.starts_with("UTF-16") || name.starts_with("UTF-32");
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto [c, length] = utf8::decode(bytes, at);
    if (c == utf8::kInvalid || c == 0) return false;
    at += length;
  }
  return true;
}

Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared) {
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    return converted(bytes.substr(mark.bytes.size()), mark.encoding, false);
  }
  if (const auto format = known_format(bytes); !format.empty())
    return binary("this is " + std::string(format));
  const bool utf8 = is_valid_utf8(bytes);
  // A page that is valid UTF-8 is UTF-8 whatever it declares, unless all of it is ASCII.
  if (utf8) return finish({.utf8 = std::string(bytes), .encoding = "UTF-8"});
  if (const std::string wide = utf16_by_zero_bytes(bytes); !wide.empty()) return converted(bytes, wide, true);
  if (bytes.find('\0') != std::string_view::npos) return binary("binary data, no text");
  const std::string name = iana_name(std::string(declared));
  // A declaration of UTF-16 without zero bytes is wrong; one of UTF-8 is damaged text, if most of it is.
  if (!name.empty() && !is_unicode_name(name) && (name != "UTF-8" || is_mostly_utf8(bytes)) &&
      !declared.empty()) {
    return converted(bytes, name, false);
  }
  return converted(bytes, guess_encoding(bytes), true);
}

}  // namespace mahdar
