#include "analyzers/about/language.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace mahdar {
namespace {

constexpr std::size_t kSample = 1024;      ///< bytes
constexpr std::uint32_t kFewLetters = 20;  ///< below this the file's own word counts

enum class Letter : std::uint8_t {
  kNone,
  kArabic,
  kPersian,  ///< also Arabic script
  kUrdu,     ///< likewise
  kLatin,
  kTurkish,  ///< also Latin script
  kCyrillic,
  kGreek,
  kHebrew,
  kCount
};

constexpr Letter arabic_letter(char32_t c) {
  if (c == U'پ' || c == U'چ' || c == U'ژ' || c == U'گ') return Letter::kPersian;
  if (c == U'ٹ' || c == U'ڈ' || c == U'ڑ' || c == U'ے' || c == U'ں') return Letter::kUrdu;
  const bool letter = c >= 0x0620 && c != U'ـ' && c <= 0x06D5 && (c <= 0x064A || c >= 0x066E);
  return letter ? Letter::kArabic : Letter::kNone;
}

constexpr Letter letter(char32_t c) {
  if (c >= 0x0600) return arabic_letter(c);
  if ((c | 0x20) >= U'a' && (c | 0x20) <= U'z') return Letter::kLatin;
  if (c < 0x00C0) return Letter::kNone;
  if (c == U'ı' || c == U'ğ' || c == U'ş' || c == U'İ' || c == U'Ğ' || c == U'Ş') return Letter::kTurkish;
  if (c < 0x0250) return Letter::kLatin;
  if (c >= 0x0370 && c < 0x0400) return Letter::kGreek;
  if (c >= 0x0400 && c < 0x0530) return Letter::kCyrillic;
  return c >= 0x05D0 && c < 0x05EB ? Letter::kHebrew : Letter::kNone;
}

constexpr std::size_t kTwoBytes = 0x800;  // code points that take up to two bytes

constexpr std::array<Letter, kTwoBytes> letter_table() {
  std::array<Letter, kTwoBytes> table{};
  for (char32_t c = 0; c < kTwoBytes; ++c) table[c] = letter(c);
  return table;
}

constexpr std::array<Letter, kTwoBytes> kLetters = letter_table();

struct Letters {
  std::uint32_t arabic = 0, persian = 0, urdu = 0, latin = 0, turkish = 0, cyrillic = 0, greek = 0,
                hebrew = 0;
};

Letters letters_of(std::string_view text) {
  std::array<std::uint32_t, static_cast<std::size_t>(Letter::kCount)> counts{};
  text = text.substr(0, kSample);
  const auto byte = [&](std::size_t i) -> std::size_t { return static_cast<std::uint8_t>(text[i]); };
  const auto see = [&](std::size_t c) { ++counts[static_cast<std::size_t>(kLetters[c])]; };
  std::size_t i = 0;
  for (; i + 1 < text.size(); ++i) {
    const std::size_t c = byte(i);
    if (c < 0x80)
      see(c);
    else if (c >= 0xC2 && c < 0xE0)
      see((c & 0x1F) << 6 | (byte(++i) & 0x3F));
  }
  if (i < text.size() && byte(i) < 0x80) see(byte(i));
  const auto count = [&](Letter kind) { return counts[static_cast<std::size_t>(kind)]; };
  Letters letters;
  letters.persian = count(Letter::kPersian);
  letters.urdu = count(Letter::kUrdu);
  letters.arabic = count(Letter::kArabic) + letters.persian + letters.urdu;
  letters.turkish = count(Letter::kTurkish);
  letters.latin = count(Letter::kLatin) + letters.turkish;
  letters.cyrillic = count(Letter::kCyrillic);
  letters.greek = count(Letter::kGreek);
  letters.hebrew = count(Letter::kHebrew);
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
