#pragma once

#include <cstdint>
#include <string_view>

#include "analyzers/text/char_table.h"
#include "analyzers/text/token.h"

namespace mahdar {

/// A word as it stands in the text. Ranges are bytes.
struct RawWord {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// Where the word itself begins: behind clitics that only lean on a number or Latin word (الـ21, لـ BBC).
  /// The range still covers them, so that highlights show whole words.
  std::uint32_t core = 0;
  TokenKind kind = TokenKind::kOther;
  Gap gap = Gap::kParagraph;
};

/// Cuts a text into words: runs of letters of one script, or numbers, with their marks.
///
/// - Letters and digits separate without a space (أستانة8, 17المنعقدة); the gap is kJoined.
/// - A number keeps one decimal point (3.5) and separators of thousands (15,000).
/// - Dates fall into their numbers: 26-4-2019 and 30.10.2017 are three each, joined.
/// - Article and one-letter clitics before digits or Latin letters are part of that token, not words.
/// - A word broken as "المعـ ـتقلين" is one word.
/// - A name written without its space is two words: عبدالله, نورالدين.
/// - A full stop glued between Arabic words ends a sentence, but not between single letters (أ.ف.ب).
/// - Words of more than kMaxLetters letters, or kMaxBytes with all their marks, are cut.
class Tokenizer {
 public:
  static constexpr std::uint32_t kMaxLetters = 60;
  static constexpr std::uint32_t kMaxBytes = 1000;
  static constexpr std::uint32_t kMaxBreak = 8;  ///< bytes inside a broken word

  explicit Tokenizer(std::string_view text) : text_(text) {}

  /// The next word; false at the end of the text.
  bool next(RawWord& word);

 private:
  struct Found {
    RawWord word;
    std::uint32_t letters = 0;
    bool ends_in_tatweel = false;
    bool starts_with_tatweel = false;
    bool after_spaces = false;  ///< nothing but spaces since the word before
  };

  bool scan(Found& found);
  void skip_separators(Found& found);
  /// A letter of the Arabic block.
  bool is_plain_letter(std::size_t at) const;
  void take_plain_letters(Found& found);
  void take_letters(Found& found, CharClass script);
  void take_number(Found& found);
  std::size_t take_digits(std::size_t at, std::uint32_t& count) const;
  bool joins_broken_word(const Found& first, const Found& second) const;
  bool leans_on(const Found& clitic, const Found& word) const;

  std::string_view text_;
  const CharTable& table_ = CharTable::instance();
  std::size_t at_ = 0;
  TokenKind last_kind_ = TokenKind::kOther;
  std::uint32_t last_letters_ = 0;
  std::uint32_t last_end_ = 0;
  bool any_ = false;
  Found ahead_;
  bool has_ahead_ = false;
};

}  // namespace mahdar
