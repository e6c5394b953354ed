#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// First of the two foldings, lossless for meaning: presentation forms to letters, harakat, Quranic marks,
/// tatweel, zero-width and bidi marks out, Persian and Urdu doubles of Arabic letters to these, every digit
/// set to 0-9, lower case. A hamza or madda written as a mark joins its letter. Separators stay, bytes that
/// are not UTF-8 go, and the gap of a word broken as "المعـ ـتقلين" closes. clean(clean(x)) == clean(x).
/// Thread-safe.
std::string clean(std::string_view text);

/// The same into a buffer that is emptied first.
void clean_into(std::string_view text, std::string& out);

}  // namespace mahdar
