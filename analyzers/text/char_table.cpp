#include "analyzers/text/char_table.h"

#include <algorithm>
#include <memory>
#include <string_view>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace mahdar {
namespace {

const icu::Normalizer2& normalizer(bool compatibility) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* n =
      compatibility ? icu::Normalizer2::getNFKCInstance(error) : icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error) || n == nullptr) throw std::bad_alloc();
  return *n;
}

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

CharClass letter_class(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &error);
  if (script == USCRIPT_ARABIC) return CharClass::kArabic;
  return script == USCRIPT_LATIN ? CharClass::kLatin : CharClass::kOther;
}

CharClass separator_class(char32_t c, std::int8_t category) {
  if (is_one_of(c, U"\n\r\v\f\u0085\u2028\u2029")) return CharClass::kNewline;
  if (is_one_of(c, U"!?؟…۔‼⁇⁈⁉。")) return CharClass::kSentence;
  if (c == U'.') return CharClass::kDot;
  if (c == U':') return CharClass::kColon;
  if (is_one_of(c, U"-/'’‐‑\\")) return CharClass::kGlue;
  if (is_one_of(c, U"_#@%&*٪")) return CharClass::kSpace;
  constexpr std::int32_t kPunctuation =
      U_GC_PD_MASK | U_GC_PS_MASK | U_GC_PE_MASK | U_GC_PI_MASK | U_GC_PF_MASK | U_GC_PO_MASK;
  return (U_MASK(category) & kPunctuation) != 0 || c == U'|' ? CharClass::kClause : CharClass::kSpace;
}

CharClass classify(char32_t c) {
  if (c == 0x640) return CharClass::kTatweel;
  if (c >= 0x200B && c <= 0x200F) return CharClass::kIgnored;
  if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF)) return CharClass::kIgnored;
  const std::int8_t category = u_charType(static_cast<UChar32>(c));
  switch (category) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return letter_class(c);
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return CharClass::kLatin;  // x² is one word
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::kDigit;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::kMark;
    case U_FORMAT_CHAR:
      return CharClass::kIgnored;
    default:
      return separator_class(c, category);
  }
}

struct Double {
  char32_t from, to;
};

// Letters of Persian, Urdu, Kurdish, Pashto and Uighur keyboards that stand for an Arabic one. پ چ گ ژ ڤ are
// sounds of their own and stay.
constexpr Double kDoubles[] = {
    {U'ی', U'ي'}, {U'ۍ', U'ي'}, {U'ێ', U'ي'},  {U'ې', U'ي'},  {U'ے', U'ي'},  {U'ۓ', U'ئ'},
    {U'ک', U'ك'}, {U'ڪ', U'ك'}, {U'ہ', U'ه'},  {U'ە', U'ه'},  {U'ھ', U'ه'},  {U'ۀ', U'ه'},
    {U'ۂ', U'ه'}, {U'ۃ', U'ة'}, {0x675, U'أ'}, {0x676, U'ؤ'}, {0x678, U'ئ'},
};

constexpr Double kFolds[] = {
    {U'أ', U'ا'}, {U'إ', U'ا'}, {U'آ', U'ا'}, {U'ٱ', U'ا'}, {0x672, U'ا'}, {0x673, U'ا'},
    {U'ى', U'ي'}, {U'ة', U'ه'}, {U'ؤ', U'و'}, {U'ئ', U'ي'}, {U'گ', U'ك'},  {U'پ', U'ب'},
    {U'چ', U'ج'}, {U'ڤ', U'ف'}, {U'ژ', U'ز'}, {U'ڨ', U'ق'},
};

char32_t to_exact(char32_t c, CharClass k) {
  if (k == CharClass::kDigit) return U'0' + static_cast<char32_t>(u_charDigitValue(static_cast<UChar32>(c)));
  for (const Double& d : kDoubles) {
    if (d.from == c) return d.to;
  }
  return is_letter(k) ? static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))) : c;
}

char32_t without_diacritics(char32_t c) {
  icu::UnicodeString parts;
  if (!normalizer(false).getDecomposition(static_cast<UChar32>(c), parts)) return c;
  const auto base = static_cast<char32_t>(parts.char32At(0));
  return base < 0x10000 ? base : c;
}

char32_t to_folded(char32_t c, CharClass k) {
  if (c >= 0x300 && c <= 0x36F) return 0;
  for (const Double& d : kFolds) {
    if (d.from == c) return d.to;
  }
  return k == CharClass::kLatin && c >= 0x80 ? without_diacritics(c) : c;
}

bool is_uniform_block(char32_t c) {  // ideographs, Hangul, surrogates, private use: nothing to look up
  return c >= 0x3400 && c < 0xF900;
}

}  // namespace

const CharTable& CharTable::instance() {
  static const std::unique_ptr<const CharTable> table(new CharTable);
  return *table;
}

CharTable::CharTable() {
  for (char32_t c = 0; c < kSize; ++c) {
    const CharClass k = !is_uniform_block(c)         ? classify(c)
                        : c >= 0xD800 || c == 0xA4D0 ? CharClass::kSpace
                                                     : CharClass::kOther;
    classes_[c] = k;
    exact_[c] = static_cast<char16_t>(is_uniform_block(c) ? c : to_exact(c, k));
    folded_[c] = static_cast<char16_t>(is_uniform_block(c) ? c : to_folded(c, k));
  }
  add_presentation_forms(0xFB50, 0xFDFF);
  add_presentation_forms(0xFE70, 0xFEFC);
}

void CharTable::add_presentation_forms(char32_t first, char32_t last) {
  for (char32_t c = first; c <= last; ++c) {
    if (classes_[c] != CharClass::kArabic) continue;
    UErrorCode error = U_ZERO_ERROR;
    const icu::UnicodeString parts =
        normalizer(true).normalize(icu::UnicodeString(static_cast<UChar32>(c)), error);
    std::u32string letters;
    bool spaced = false;
    for (std::int32_t i = 0; U_SUCCESS(error) && i < parts.length(); ++i) {
      const auto part = static_cast<char32_t>(parts.charAt(i));
      spaced = spaced || part == U' ';
      if (is_letter(classes_[part])) letters += exact_[part];
    }
    if (letters.empty()) {
      classes_[c] = CharClass::kMark;
    } else if (spaced) {  // a whole formula in one character (ﷺ)
      classes_[c] = CharClass::kSpace;
    } else if (letters.size() == 1) {
      exact_[c] = static_cast<char16_t>(letters[0]);
      folded_[c] = folded_[letters[0]];
    } else {
      exact_[c] = 0;
      expansions_.emplace_back(c, letters);
    }
  }
}

const std::u32string& CharTable::expansion(char32_t c) const {
  static const std::u32string none;
  const auto at = std::lower_bound(expansions_.begin(), expansions_.end(), c,
                                   [](const auto& e, char32_t key) { return e.first < key; });
  return at != expansions_.end() && at->first == c ? at->second : none;
}

CharClass CharTable::class_above_bmp(char32_t c) {
  return c > 0x10FFFF ? CharClass::kSpace : classify(c);
}

char32_t CharTable::exact_above_bmp(char32_t c) {
  return to_exact(c, classify(c));
}

}  // namespace mahdar
