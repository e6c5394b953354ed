#include "analyzers/about/header_stamp.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "analyzers/about/written_date.h"
#include "analyzers/text/cleaner.h"

namespace mahdar {

namespace {

/// Where the title and the first paragraph begin in the source text.
struct TextStart {
  std::size_t title = 0;
  std::size_t text = 0;
};

TextStart start_of(const ZonedText& zoned) {
  TextStart start;
  for (const TextSegment& segment : zoned.segments) {
    if (segment.range.begin >= zoned.title_end) {
      start.text = segment.origin;
      break;
    }
    if (segment.range.begin == 0) start.title = segment.origin;
  }
  return start;
}

bool is_kept(const ZonedText& zoned, std::size_t begin, std::size_t end) {
  return std::any_of(zoned.segments.begin(), zoned.segments.end(),
                     [&](const TextSegment& s) { return s.origin >= begin && s.origin < end; });
}

/// Short, with a digit of any kind: worth reading.
bool may_be_stamp(std::string_view line) {
  constexpr std::size_t kLongest = 120;  // bytes
  if (line.size() > kLongest) return false;
  const std::string cleaned = clean(line);
  return std::any_of(cleaned.begin(), cleaned.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool stood_above_title(const ZonedText& zoned, std::uint32_t offset) {
  if (zoned.paragraphs.empty() || zoned.paragraphs.front().zone != Zone::kTitle) return false;
  if (zoned.segments.empty() || zoned.segments.front().range.begin != 0) return false;
  const auto behind = std::ranges::partition_point(
      zoned.segments, [&](const TextSegment& segment) { return segment.range.begin <= offset; });
  return behind != zoned.segments.begin() && std::prev(behind)->origin < zoned.segments.front().origin;
}

std::vector<HeaderStamp> find_header_stamps(const RawArticle& raw, const ZonedText& zoned) {
  constexpr std::size_t kMost = 4;
  constexpr std::size_t kHeaderBytes = 8192;
  const TextStart start = start_of(zoned);
  std::vector<HeaderStamp> stamps;
  for (std::size_t begin = 0; begin < std::min(start.text, kHeaderBytes) && stamps.size() < kMost;) {
    const std::size_t end = std::min(raw.text.find('\n', begin), raw.text.size());
    const std::string_view line = std::string_view(raw.text).substr(begin, end - begin);
    if (!is_kept(zoned, begin, end) && may_be_stamp(line))
      if (const auto day = parse_day(read_written_date(line))) stamps.push_back({*day, begin < start.title});
    begin = end + 1;
  }
  return stamps;
}

}  // namespace mahdar
