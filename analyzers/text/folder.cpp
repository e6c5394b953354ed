#include "analyzers/text/folder.h"

#include "analyzers/text/char_table.h"
#include "analyzers/text/cleaner.h"
#include "analyzers/text/utf8.h"

namespace mahdar {

void fold_into(std::string_view cleaned, std::string& out) {
  constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter in UTF-8
  const CharTable& table = CharTable::instance();
  out.clear();
  char32_t before = 0;
  for (std::size_t at = 0; at < cleaned.size();) {
    const auto [c, length] = utf8::decode(cleaned, at);
    at += length;
    const char32_t folded = table.folded(c);
    if (c == U'و' && (before == U'ئ' || before == U'ء') && out.size() > kLetter) {
      out.replace(out.size() - kLetter, kLetter, "و");
    }
    before = c;
    if (folded != 0 || c == 0) utf8::append(out, folded);
  }
}

std::string fold(std::string_view text) {
  std::string folded(text);
  // A dropped diacritic can bring two marks of another script together, which then compose.
  for (std::string before = folded;; before = folded) {
    fold_into(clean(before), folded);
    if (folded == before) return folded;
  }
}

}  // namespace mahdar
