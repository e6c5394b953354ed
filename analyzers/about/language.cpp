#include "analyzers/about/language.h"

#include <algorithm>
#include <cstdint>

namespace mahdar {
namespace {

constexpr std::size_t kSample = 1024;      ///< bytes
constexpr std::uint32_t kFewLetters = 20;  ///< below this the file's own word counts

struct Letters {
  std::uint32_t arabic = 0, persian = 0, urdu = 0, latin = 0, turkish = 0, cyrillic = 0, greek = 0,
                hebrew = 0;
};

void count_arabic(char32_t c, Letters& letters) {
  if (c >= 0x0620 && c != U'ـ' && c <= 0x06D5 && (c <= 0x064A || c >= 0x066E)) ++letters.arabic;
  if (c <= 0x064A) return;
  if (c == U'پ' || c == U'چ' || c == U'ژ' || c == U'گ') ++letters.persian;
  if (c == U'ٹ' || c == U'ڈ' || c == U'ڑ' || c == U'ے' || c == U'ں') ++letters.urdu;
}

void count(char32_t c, Letters& letters) {
  if (c >= 0x0600) return count_arabic(c, letters);
  if ((c | 0x20) >= U'a' && (c | 0x20) <= U'z') ++letters.latin;
  if (c < 0x00C0) return;
  if (c < 0x0250) ++letters.latin;
  if (c >= 0x0370 && c < 0x0400) ++letters.greek;
  if (c >= 0x0400 && c < 0x0530) ++letters.cyrillic;
  if (c >= 0x05D0 && c < 0x05EB) ++letters.hebrew;
  if (c == U'ı' || c == U'ğ' || c == U'ş' || c == U'İ' || c == U'Ğ' || c == U'Ş') ++letters.turkish;
}

Letters letters_of(std::string_view text) {
  Letters letters;
  text = text.substr(0, kSample);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    if (byte < 0x80) {
      count(byte, letters);
    } else if (byte >= 0xC2 && byte < 0xE0 && i + 1 < text.size()) {
      count(static_cast<char32_t>((byte & 0x1F) << 6 | (static_cast<std::uint8_t>(text[i + 1]) & 0x3F)),
            letters);
      ++i;
    }
  }
  return letters;
}

/// Arabic texts spell a foreign name with گ now and then; Persian and Urdu need these letters in every line.
std::string arabic_script(const Letters& letters) {
  if (letters.urdu * 50 > letters.arabic) return "ur";
  return letters.persian * 50 > letters.arabic ? "fa" : "ar";
}

}  // namespace

std::string language_of(std::string_view text, std::string_view declared) {
  const Letters letters = letters_of(text);
  const std::uint32_t most =
      std::max({letters.arabic, letters.latin, letters.cyrillic, letters.greek, letters.hebrew});
  if (most < kFewLetters && declared.size() >= 2) {
    std::string code(declared.substr(0, 2));
    for (char& c : code) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return code;
  }
  if (most == 0) return "und";
  if (most == letters.arabic) return arabic_script(letters);
  if (most == letters.cyrillic) return "ru";
  if (most == letters.greek) return "el";
  if (most == letters.hebrew) return "he";
  return letters.turkish * 50 > letters.latin ? "tr" : "en";
}

}  // namespace mahdar
