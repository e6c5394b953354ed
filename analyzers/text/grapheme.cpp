#include "analyzers/text/grapheme.h"

#include <memory>
#include <stdexcept>

#include <unicode/brkiter.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include "analyzers/text/utf8.h"

namespace mahdar {
namespace {

void check(UErrorCode error) {
  if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU: ") + u_errorName(error));
}

std::unique_ptr<icu::BreakIterator> make_character_breaks() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
  check(error);
  return breaks;
}

std::size_t width_of(char32_t c) {
  const auto ch = static_cast<UChar32>(c);
  const std::uint32_t category = U_MASK(u_charType(ch));
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0) return 0;
  const std::int32_t east_asian = u_getIntPropertyValue(ch, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::vector<std::uint32_t> grapheme_ends(std::string_view utf8) {
  std::vector<std::uint32_t> ends;
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UText, UText* (*)(UText*)> text(
      utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &error), utext_close);
  thread_local const std::unique_ptr<icu::BreakIterator> breaks = make_character_breaks();
  breaks->setText(text.get(), error);
  check(error);
  breaks->first();
  for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
    ends.push_back(static_cast<std::uint32_t>(end));
  }
  return ends;
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [c, length] = utf8::decode(utf8, at);
    at += length;
    width += c == utf8::kInvalid ? 1 : width_of(c);
  }
  return width;
}

std::string visual_order(std::string_view utf8, bool right_to_left) {
  const icu::UnicodeString logical =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, void (*)(UBiDi*)> bidi(ubidi_openSized(logical.length(), 0, &error),
                                                      ubidi_close);
  ubidi_setPara(bidi.get(), logical.getBuffer(), logical.length(), right_to_left ? 1 : 0, nullptr, &error);
  std::u16string visual(static_cast<std::size_t>(logical.length()) * 2 + 1, u'\0');
  const std::int32_t size = ubidi_writeReordered(
      bidi.get(), visual.data(), static_cast<std::int32_t>(visual.size()),
      UBIDI_DO_MIRRORING | UBIDI_KEEP_BASE_COMBINING | UBIDI_REMOVE_BIDI_CONTROLS, &error);
  check(error);
  std::string result;
  icu::UnicodeString(false, visual.data(), size).toUTF8String(result);
  return result;
}

}  // namespace mahdar
