#pragma once

#include <string>
#include <string_view>

#include "schema/result.h"

namespace mahdar {

struct DecodedText {
  std::string utf8;       ///< without byte order mark; line ends as '\n'
  std::string encoding;   ///< "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256", "ISO-8859-6", …
  bool guessed = false;   ///< no byte order mark, no declaration, not valid UTF-8: found by statistics
  bool repaired = false;  ///< some bytes meant nothing and became U+FFFD
};

/// Finds the encoding by byte order mark, `declared` (from a page's meta or header; may be empty), validity
/// as UTF-8, zero bytes (UTF-16 without mark), then ICU's detector. Fails on binary data.
Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared = {});

/// Whether the bytes are valid UTF-8 without NUL.
bool is_valid_utf8(std::string_view bytes);

}  // namespace mahdar
