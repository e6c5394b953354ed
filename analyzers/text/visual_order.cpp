#include "analyzers/text/visual_order.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <unicode/ubidi.h>
#include <unicode/unistr.h>
#include <unicode/ushape.h>

namespace mahdar {
namespace {

void check(UErrorCode error) {
  if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU: ") + u_errorName(error));
}

/// ICU gives marks the spacing forms U+FE70 to U+FE7F, two a mark: back to the marks, which take no column.
char16_t as_mark(char16_t c) {
  return c >= 0xFE70 && c <= 0xFE7F && c != 0xFE73 ? static_cast<char16_t>(0x064B + (c - 0xFE70) / 2) : c;
}

icu::UnicodeString shape(std::string_view utf8) {
  const icu::UnicodeString letters =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::u16string shapes(static_cast<std::size_t>(letters.length()) * 2 + 1, u'\0');
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t size = u_shapeArabic(
      letters.getBuffer(), letters.length(), shapes.data(), static_cast<std::int32_t>(shapes.size()),
      U_SHAPE_LETTERS_SHAPE | U_SHAPE_LENGTH_GROW_SHRINK, &error);  // in logical order
  check(error);
  std::transform(shapes.begin(), shapes.begin() + size, shapes.begin(), as_mark);
  return {shapes.data(), size};
}

}  // namespace

std::string shaped(std::string_view utf8) {
  std::string result;
  shape(utf8).toUTF8String(result);
  return result;
}

std::string visual_order(std::string_view utf8, bool right_to_left) {
  const icu::UnicodeString logical = shape(utf8);
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
