#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// "UTF-16LE" or "UTF-16BE" where the bytes are UTF-16 without a mark: an even number of them, and zeros (of
/// spaces, digits and line ends) or the high byte of Arabic letters nearly always on the same side. Else
/// empty.
std::string utf16_by_zero_bytes(std::string_view bytes);

/// Whether at least nine tenths of the bytes above ASCII belong to valid UTF-8 sequences.
bool is_mostly_utf8(std::string_view bytes);

/// The most plausible encoding of bytes that are not UTF-8: windows-1256 or ISO-8859-6 where one of them
/// gives mostly frequent Arabic letters, else what ICU's detector finds, windows-1256 where it finds nothing.
std::string guess_encoding(std::string_view bytes);

}  // namespace mahdar
