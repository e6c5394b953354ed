#include "analyzers/text/grapheme.h"

#include <array>
#include <memory>
#include <stdexcept>

#include <unicode/brkiter.h>
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

enum class ClusterPart : std::uint8_t { kBase, kExtend, kControl, kComplex };

struct PartRange {
  char32_t last;
  ClusterPart part;
};

// UAX #29 for the characters of Arabic and Latin news, which need no look at their neighbours; each range
// begins behind the one before. kComplex leaves a paragraph to ICU.
constexpr PartRange kParts[] = {
    {0x09, ClusterPart::kControl},   {0x0A, ClusterPart::kControl},   {0x0C, ClusterPart::kControl},
    {0x0D, ClusterPart::kComplex},   {0x1F, ClusterPart::kControl},   {0x7E, ClusterPart::kBase},
    {0x9F, ClusterPart::kControl},   {0xAC, ClusterPart::kBase},      {0xAD, ClusterPart::kControl},
    {0x2FF, ClusterPart::kBase},     {0x36F, ClusterPart::kExtend},   {0x5FF, ClusterPart::kComplex},
    {0x605, ClusterPart::kComplex},  {0x60F, ClusterPart::kBase},     {0x61A, ClusterPart::kExtend},
    {0x61B, ClusterPart::kBase},     {0x61C, ClusterPart::kControl},  {0x64A, ClusterPart::kBase},
    {0x65F, ClusterPart::kExtend},   {0x66F, ClusterPart::kBase},     {0x670, ClusterPart::kExtend},
    {0x6D5, ClusterPart::kBase},     {0x6DC, ClusterPart::kExtend},   {0x6DD, ClusterPart::kComplex},
    {0x6DE, ClusterPart::kBase},     {0x6E4, ClusterPart::kExtend},   {0x6E6, ClusterPart::kBase},
    {0x6E8, ClusterPart::kExtend},   {0x6E9, ClusterPart::kBase},     {0x6ED, ClusterPart::kExtend},
    {0x6FF, ClusterPart::kBase},     {0x1FFF, ClusterPart::kComplex}, {0x200A, ClusterPart::kBase},
    {0x200B, ClusterPart::kControl}, {0x200C, ClusterPart::kExtend},  {0x200D, ClusterPart::kComplex},
    {0x200F, ClusterPart::kControl}, {0x2027, ClusterPart::kBase},    {0x202E, ClusterPart::kControl},
    {0x205F, ClusterPart::kBase},    {0x206F, ClusterPart::kControl}, {0x20CF, ClusterPart::kBase},
    {0xFB4F, ClusterPart::kComplex}, {0xFDCF, ClusterPart::kBase},    {0xFE6F, ClusterPart::kComplex},
    {0xFEFC, ClusterPart::kBase},    {0xFEFE, ClusterPart::kComplex}, {0xFEFF, ClusterPart::kControl},
};

constexpr ClusterPart find_part(char32_t c) {
  for (const PartRange& range : kParts)
    if (c <= range.last) return range.part;
  return ClusterPart::kComplex;
}

// Arabic and what comes before it.
constexpr auto kTable = [] {
  std::array<ClusterPart, 0x700> parts{};
  for (char32_t c = 0; c < parts.size(); ++c) parts[c] = find_part(c);
  return parts;
}();

/// False where a character needs ICU.
bool append_simple(std::string_view text, std::size_t offset, std::vector<std::uint32_t>& ends) {
  std::size_t count = ends.size();
  ends.resize(count + text.size());
  bool open = false;  // whether a mark would join what stands before it
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    const ClusterPart part = c < kTable.size() ? kTable[c] : find_part(c);
    if (part == ClusterPart::kComplex) return false;
    at += length;
    if (part != ClusterPart::kExtend || !open) ++count;
    ends[count - 1] = static_cast<std::uint32_t>(offset + at);
    open = part != ClusterPart::kControl;
  }
  ends.resize(count);
  return true;
}

void append_by_icu(std::string_view utf8, std::size_t offset, std::vector<std::uint32_t>& ends) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UText, UText* (*)(UText*)> text(
      utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &error), utext_close);
  thread_local const std::unique_ptr<icu::BreakIterator> breaks = make_character_breaks();
  breaks->setText(text.get(), error);
  check(error);
  breaks->first();
  for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
    ends.push_back(static_cast<std::uint32_t>(offset + static_cast<std::size_t>(end)));
  }
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
  ends.reserve(utf8.size() / 2 + 1);
  for (std::size_t begin = 0; begin < utf8.size();) {
    const std::size_t newline = utf8.find('\n', begin);
    const std::size_t end = newline == std::string_view::npos ? utf8.size() : newline + 1;
    const std::string_view paragraph = utf8.substr(begin, end - begin);
    const std::size_t before = ends.size();
    if (!append_simple(paragraph, begin, ends)) {
      ends.resize(before);
      append_by_icu(paragraph, begin, ends);
    }
    begin = end;
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

}  // namespace mahdar
