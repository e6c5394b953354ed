#include "analyzers/text/cleaner.h"

#include <unicode/normalizer2.h>

#include "analyzers/text/char_table.h"
#include "analyzers/text/utf8.h"

namespace mahdar {
namespace {

bool is_arabic_mark(char32_t c) {
  return (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670 ||
         (c >= 0x6D6 && c <= 0x6ED) || (c >= 0x8CA && c <= 0x8FF) || (c >= 0xFB50 && c <= 0xFEFF);
}

char32_t with_hamza_or_madda(char32_t letter, char32_t mark) {
  if (mark == 0x653 && letter == U'ا') return U'آ';
  if (mark == 0x655 && letter == U'ا') return U'إ';
  if (mark != 0x654) return 0;
  return letter == U'ا' ? U'أ' : letter == U'و' ? U'ؤ' : letter == U'ي' || letter == U'ى' ? U'ئ' : 0;
}

char32_t composed(char32_t letter, char32_t mark) {
  static const icu::Normalizer2* const nfc = [] {
    UErrorCode error = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(error);
  }();
  const UChar32 c = nfc ? nfc->composePair(static_cast<UChar32>(letter), static_cast<UChar32>(mark)) : -1;
  return c < 0 ? 0 : static_cast<char32_t>(c);
}

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void put(char32_t c, bool letter) {
    last_at_ = out_.size();
    last_ = letter ? c : 0;
    utf8::append(out_, c);
  }

  void mark(char32_t c) {
    const bool arabic = is_arabic_mark(c);
    const char32_t joined = last_ == 0 ? 0 : arabic ? with_hamza_or_madda(last_, c) : composed(last_, c);
    if (joined != 0) {
      out_.resize(last_at_);
      put(joined, true);
    } else if (!arabic) {
      put(c, false);
    }
  }

 private:
  std::string& out_;
  std::size_t last_at_ = 0;
  char32_t last_ = 0;  // the letter a mark would join; 0: none
};

// Where the second half of a word broken as "المعـ ـتقلين" begins, seen from behind the first tatweel; else
// 0.
std::size_t end_of_break(std::string_view text, std::size_t at) {
  const std::size_t word = text.find_first_not_of(' ', at);
  if (word == at || word == std::string_view::npos) return 0;
  return utf8::decode(text, word).code_point == 0x640 ? word : 0;
}

}  // namespace

void clean_into(std::string_view text, std::string& out) {
  const CharTable& table = CharTable::instance();
  out.clear();
  Writer writer(out);
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    at += length;
    if (c == utf8::kInvalid) continue;
    const CharClass k = table.char_class(c);
    if (k == CharClass::kMark) {
      writer.mark(c);
    } else if (k == CharClass::kTatweel) {
      if (const std::size_t next = end_of_break(text, at)) at = next;
    } else if (k != CharClass::kIgnored) {
      const char32_t exact = table.exact(c);
      if (exact != 0 || c == 0) {
        writer.put(exact, is_letter(k));
      } else {
        for (const char32_t letter : table.expansion(c)) writer.put(letter, true);
      }
    }
  }
}

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  clean_into(text, out);
  return out;
}

}  // namespace mahdar
