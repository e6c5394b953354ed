#include "analyzers/about/date_stamp.h"

#include <algorithm>
#include <string_view>

#include "analyzers/text/token_gap.h"

namespace mahdar {

namespace {

const Paragraph* paragraph_of(const ZonedText& zoned, std::uint32_t offset) {
  const auto found = std::partition_point(zoned.paragraphs.begin(), zoned.paragraphs.end(),
                                          [&](const Paragraph& p) { return p.range.end <= offset; });
  return found == zoned.paragraphs.end() ? nullptr : &*found;
}

bool ends_dateline(const TokenStream& tokens, std::uint32_t next) {
  if (next >= tokens.size()) return false;
  const std::string_view between = text_between(tokens[next - 1], tokens[next]);
  for (const std::string_view mark : {"-", "–", "—", ":", "//"})
    if (between.find(mark) != std::string_view::npos) return true;
  return false;
}

}  // namespace

bool is_stamp(const DateMention& mention, const Reading& reading) {
  constexpr std::size_t kBesideStamp = 48;  // bytes: a weekday, a clock time, a city
  constexpr std::uint32_t kDatelineWords = 6;
  if (mention.year == 0 || mention.month == 0) return false;
  const Paragraph* paragraph = paragraph_of(reading.zoned, mention.range.begin);
  if (paragraph == nullptr || paragraph->zone == Zone::kTitle) return false;
  const std::size_t line = paragraph->range.end - paragraph->range.begin;
  if (line <= mention.range.end - mention.range.begin + kBesideStamp) return true;
  std::uint32_t words_before = 0;
  while (words_before <= kDatelineWords && words_before < mention.first_token &&
         reading.tokens[mention.first_token - words_before].gap != Gap::kParagraph)
    ++words_before;
  return words_before <= kDatelineWords &&
         ends_dateline(reading.tokens, mention.first_token + mention.token_count);
}

}  // namespace mahdar
