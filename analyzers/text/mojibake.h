#pragma once

#include <string_view>

namespace mahdar {

/// Whether a text looks like Arabic that was decoded by the wrong table: UTF-8 read as windows-1252 ("Ø§Ù„"),
/// windows-1256 read as windows-1252 ("ÇáÃ"), or bytes lost (U+FFFD). More than a tenth of its letters have
/// to be accented Latin letters or replacement characters that stand in runs, as no Latin language writes
/// them. `text` is UTF-8; bytes that are not are passed over. Thread-safe.
bool looks_like_mojibake(std::string_view text);

}  // namespace mahdar
