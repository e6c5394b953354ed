#include "analyzers/about/date_stamp.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "analyzers/text/token_gap.h"

namespace mahdar {

namespace {

const Paragraph* paragraph_of(const ZonedText& zoned, std::uint32_t offset) {
  const auto found = std::partition_point(zoned.paragraphs.begin(), zoned.paragraphs.end(),
                                          [&](const Paragraph& p) { return p.range.end <= offset; });
  return found == zoned.paragraphs.end() ? nullptr : &*found;
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

bool ends_dateline(const TokenStream& tokens, std::uint32_t next) {
  if (next >= tokens.size()) return false;
  return holds_any(text_between(tokens[next - 1], tokens[next]), {"-", "–", "—", ":", "//"});
}

/// "طهران - 5 أيلول 2018. ": the sentence is the dateline.
bool sentence_of_dateline(const DateMention& mention, const Reading& reading, std::uint32_t words_before) {
  constexpr std::uint32_t kMostWords = 3;
  const std::uint32_t next = mention.first_token + mention.token_count;
  if (words_before == 0 || words_before > kMostWords || next >= reading.tokens.size()) return false;
  const std::string_view before =
      text_between(reading.tokens[mention.first_token - 1], reading.tokens[mention.first_token]);
  return holds_any(before, {"-", "–", "—", "،", ","}) && reading.tokens[next].gap <= Gap::kSentence;
}

}  // namespace

bool is_stamp(const DateMention& mention, const Reading& reading) {
  constexpr std::size_t kBesideStamp = 48;  // bytes: a weekday, a clock time, a city
  if (mention.year == 0 || mention.month == 0) return false;
  const Paragraph* paragraph = paragraph_of(reading.zoned, mention.range.begin);
  if (paragraph == nullptr || paragraph->zone == Zone::kTitle) return false;
  const std::size_t line = paragraph->range.end - paragraph->range.begin;
  return line <= mention.range.end - mention.range.begin + kBesideStamp;
}

bool in_dateline(const DateMention& mention, const Reading& reading) {
  constexpr std::uint32_t kDatelineWords = 6;
  if (mention.year == 0 || mention.month == 0) return false;
  if (reading.zoned.zone_at(mention.range.begin) == Zone::kTitle) return false;
  std::uint32_t words_before = 0;
  while (words_before <= kDatelineWords && words_before < mention.first_token &&
         reading.tokens[mention.first_token - words_before].gap != Gap::kParagraph)
    ++words_before;
  if (words_before > kDatelineWords) return false;
  return ends_dateline(reading.tokens, mention.first_token + mention.token_count) ||
         sentence_of_dateline(mention, reading, words_before);
}

}  // namespace mahdar
