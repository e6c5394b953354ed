#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace mahdar {

/// What a character does to words.
enum class CharClass : std::uint8_t {
  kSpace,  ///< separates words and says nothing else; also bytes that are not UTF-8
  kNewline,
  kSentence,  ///< ؟ ! … ۔
  kDot,       ///< full stop: ends a sentence or joins, as its neighbours decide
  kColon,
  kClause,   ///< ، ؛ , ; ( ) quotes
  kGlue,     ///< hyphen, slash, apostrophe: joins where nothing else stands beside it
  kIgnored,  ///< bidi marks, zero-width characters, soft hyphen
  kMark,     ///< harakat and other combining marks
  kTatweel,
  kArabic,
  kLatin,
  kOther,  ///< letters of other scripts
  kDigit,
};

/// Properties of all characters, from ICU's, computed once. Safe to share between threads.
class CharTable {
 public:
  static const CharTable& instance();

  CharClass char_class(char32_t c) const { return c < kSize ? classes_[c] : class_above_bmp(c); }

  /// The character of the exact stream: Persian and Urdu doubles to Arabic, digits to 0-9, lower case.
  /// Presentation forms of several letters give 0: see expansion().
  char32_t exact(char32_t c) const { return c < kSize ? exact_[c] : exact_above_bmp(c); }

  /// The character of the folded stream, from one of the exact stream; 0: dropped.
  char32_t folded(char32_t c) const { return c < kSize ? folded_[c] : c; }

  /// The letters of a presentation form (ﷲ, ﻻ), already exact.
  const std::u32string& expansion(char32_t c) const;

 private:
  static constexpr std::size_t kSize = 0x10000;
  CharTable();
  void add_presentation_forms(char32_t first, char32_t last);
  static CharClass class_above_bmp(char32_t c);
  static char32_t exact_above_bmp(char32_t c);

  std::array<CharClass, kSize> classes_;
  std::array<char16_t, kSize> exact_;
  std::array<char16_t, kSize> folded_;
  std::vector<std::pair<char32_t, std::u32string>> expansions_;  // ascending
};

inline bool is_letter(CharClass c) {
  return c >= CharClass::kArabic && c <= CharClass::kOther;
}

}  // namespace mahdar
