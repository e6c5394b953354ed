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
    if (folded == U'و' && (before == U'ئ' || before == U'ء') && out.size() > kLetter) {
      std::size_t seat = out.size() - kLetter;
      out.replace(seat, kLetter, "و");
      // Once is enough: folding what is folded changes nothing.
      while (seat > kLetter && out.compare(seat - kLetter, kLetter, "ء") == 0)
        out.replace(seat -= kLetter, kLetter, "و");
    }
    if (folded == 0 && c != 0) continue;
    before = c;
    utf8::append(out, folded);
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
