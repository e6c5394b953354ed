#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// What two spellings of a name or field value have in common: letters and digits only, Latin in lower case,
/// Arabic without marks, tatweel and the difference of أإآا, ىيی, ةه; all digits 0-9; without the article.
/// Lossier than the analyzer's folding and free of its tables, since it compares names to names only.
std::string name_key(std::string_view text);

/// Digits of any script as 0-9, bidi marks out, the rest as it is.
std::string plain_digits(std::string_view text);

/// The code point at `at`, which is moved behind it. A broken sequence gives U+FFFD and one byte.
char32_t next_code_point(std::string_view utf8, std::size_t& at);

/// Appends a code point in UTF-8.
void append_utf8(std::string& out, char32_t code);

/// Direction marks, isolates, embeddings, byte order marks: they change how text looks, never what it says.
constexpr bool is_bidi_mark(char32_t c) {
  return c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

}  // namespace mahdar
