#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// Second of the two foldings, lossy: أإآٱ → ا, ى → ي, ة → ه, ؤ → و, ئ → ي, گ → ك, پ → ب, چ → ج, ڤ → ف, ژ →
/// ز, and Latin letters without diacritics. A hamza before و falls to و whatever its seat, as writers differ
/// there (مسؤول, مسئول; رؤوس, رءوس). Takes cleaned text. Thread-safe.
void fold_into(std::string_view cleaned, std::string& out);

/// Cleans and folds any text. fold(fold(x)) == fold(x).
std::string fold(std::string_view text);

}  // namespace mahdar
