#include "schema/word_code.h"

#include <algorithm>

namespace mahdar {
namespace {

constexpr char kRawByte = '\x01';      ///< before a byte that is part of no letter
constexpr char kLetter = '\x02';       ///< before a letter in UTF-8
constexpr unsigned kFirstLead = 0xD8;  ///< of the two bytes of U+0600 to U+067F, the first: this or the next

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_trail(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80;
}

/// The bytes of the letter that begins there, by its first byte; 1 where none does.
std::size_t letter_bytes(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  for (std::size_t i = 1; i < length; ++i)
    if (!is_trail(text, at + i)) return 1;
  return length;
}

}  // namespace

std::string encode_word(std::string_view word) {
  std::string code;
  code.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const unsigned lead = byte_at(word, at);
    const std::size_t length = letter_bytes(word, at);
    if (length == 2 && (lead & ~1U) == kFirstLead) {
      code += static_cast<char>(0x80U | (lead & 1U) << 6U | (byte_at(word, at + 1) & 0x3FU));
    } else {
      if (length > 1) code += kLetter;
      if (length == 1 && (lead >= 0x80 || lead == kRawByte || lead == kLetter)) code += kRawByte;
      code += word.substr(at, length);
    }
    at += length;
  }
  return code;
}

std::string decode_word(std::string_view code) {
  std::string word;
  word.reserve(2 * code.size());
  for (std::size_t at = 0; at < code.size(); ++at) {
    const unsigned byte = byte_at(code, at);
    if (byte >= 0x80) {
      word += static_cast<char>(kFirstLead | (byte >> 6U & 1U));
      word += static_cast<char>(0x80U | (byte & 0x3FU));
    } else if ((byte == kRawByte || byte == kLetter) && at + 1 < code.size()) {
      const std::size_t length = byte == kRawByte ? 1 : letter_bytes(code, at + 1);
      word += code.substr(at + 1, length);
      at += length;
    } else {
      word += code[at];
    }
  }
  return word;
}

}  // namespace mahdar
