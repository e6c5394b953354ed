#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// ISO 639-1 code of a text's language, told by its letters: "ar", "fa", "ur" (Arabic script), "he", "el",
/// "ru", "tr" or "en" (Latin script with and without Turkish letters). Reads the first 1 KB. `declared`
/// ("ar-SY", or empty) decides where the text has too few letters; "und" where nothing tells. A pure
/// function.
std::string language_of(std::string_view text, std::string_view declared);

}  // namespace mahdar
