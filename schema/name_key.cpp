#include "schema/name_key.h"

#include <array>

namespace mahdar {
namespace {

/// First code points of the decimal digits users type: Arabic-Indic, Persian, fullwidth.
constexpr std::array<char32_t, 3> kDigitZeros{0x0660, 0x06F0, 0xFF10};

char32_t digit_or(char32_t c, char32_t otherwise) {
  for (const char32_t zero : kDigitZeros)
    if (c >= zero && c <= zero + 9) return U'0' + (c - zero);
  return otherwise;
}

/// The letter two spellings share, 0 where the character says nothing.
char32_t folded_letter(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) return c;
  if (c < 0x80) return 0;
  switch (c) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;
    case 0x0649:
    case 0x06CC:
      return 0x064A;
    case 0x0629:
    case 0x06C1:
    case 0x06D5:
      return 0x0647;
    case 0x06A9:
      return 0x0643;
    case 0x0640:
    case 0x0670:
    case 0x060C:
    case 0x061B:
    case 0x061F:
      return 0;
    default:
      break;
  }
  if ((c >= 0x064B && c <= 0x065F) || is_bidi_mark(c) || (c >= 0x2000 && c <= 0x206F) || c == 0xA0) return 0;
  return digit_or(c, c);
}

constexpr std::string_view kArticle = "ال";

}  // namespace

char32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const unsigned first = byte(at++);
  if (first < 0x80) return first;
  const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  if (first < 0xC2 || first > 0xF4 || at + more > utf8.size()) return 0xFFFD;
  char32_t code = first & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0xFFFD;
    code = (code << 6) | (byte(at + i) & 0x3FU);
  }
  at += more;
  return code;
}

void append_utf8(std::string& out, char32_t code) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::string name_key(std::string_view text) {
  std::string key;
  std::string word;
  const auto close_word = [&] {
    // "ال" alone, and what would leave one letter, is no article.
    const bool article = word.starts_with(kArticle) && word.size() >= kArticle.size() + 4;
    key += article ? std::string_view(word).substr(kArticle.size()) : std::string_view(word);
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    const char32_t letter = folded_letter(code);
    if (letter != 0) {
      append_utf8(word, letter);
    } else if (code == U' ' || code == U'-' || code == U'_' || code == U'/') {
      close_word();
    }
  }
  close_word();
  return key;
}

std::string plain_digits(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (!is_bidi_mark(code)) append_utf8(plain, digit_or(code, code));
  }
  return plain;
}

}  // namespace mahdar
