#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// A word as the index spells it: a byte a letter for U+0600 to U+067F, where Arabic is written, and other
/// ASCII as it is; what else there is takes a byte more than in UTF-8. An index is a tenth smaller so. The
/// code of a beginning of whole letters is a beginning of the code. Any bytes may be given. A pure function.
std::string encode_word(std::string_view word);

/// The word encode_word() was given. Bytes that it cannot have made give an unspecified word.
std::string decode_word(std::string_view code);

/// Whether a code begins with a letter of U+0600 to U+067F. These stand behind all others.
constexpr bool begins_in_arabic(std::string_view code) {
  return !code.empty() && static_cast<unsigned char>(code.front()) >= 0x80;
}

}  // namespace mahdar
