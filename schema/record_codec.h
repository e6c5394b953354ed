#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// Zstandard (RFC 8878) with a dictionary of what articles have in common, schema/data/record_dictionary.txt:
/// articles are short, and without one they hardly compress. Both functions may be called by several threads.
std::string compress_record(std::string_view record);

/// What compress_record() was given. Throws DamagedIndex where the bytes are not its result.
std::string decompress_record(std::string_view compressed);

}  // namespace mahdar
