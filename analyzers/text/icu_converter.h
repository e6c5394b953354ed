#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mahdar {

struct Converted {
  std::string utf8;
  bool repaired = false;  ///< some bytes meant nothing and became U+FFFD
};

/// Bytes in an encoding, by any name ICU knows, as UTF-8; nothing where ICU does not know the name.
std::optional<Converted> to_utf8(std::string_view bytes, const std::string& encoding);

/// ICU's name for an encoding as IANA writes it ("cp1256" → "windows-1256"), or empty where it knows none.
std::string iana_name(const std::string& encoding);

}  // namespace mahdar
