#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mahdar {

/// A line reduced to what tells one boilerplate line from another: Arabic letters folded (أإآ → ا, ى → ي, ة →
/// ه, Persian and Urdu doubles), vowel signs, tatweel and invisible marks out, digits 0-9, Latin in lower
/// case, everything else one space. Cheaper than an Analyzer, and no taxonomy is needed. Reads at most
/// `max_bytes` of the line.
std::string line_key(std::string_view line, std::size_t max_bytes = 240);

/// Words in a key.
std::size_t count_words(std::string_view key);

/// Whether `prefix` is the beginning of `key` and ends where a word ends.
bool starts_with_words(std::string_view key, std::string_view prefix);

}  // namespace mahdar
