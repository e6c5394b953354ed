#include "indexer/explain/source_text.h"

#include <algorithm>

namespace mahdar {

const TextSegment* SourceText::segment_at(std::uint32_t offset) const {
  const auto found = std::ranges::find_if(article_.segments, [&](const TextSegment& segment) {
    return segment.range.begin <= offset && offset < segment.range.end;
  });
  return found == article_.segments.end() ? nullptr : &*found;
}

SourcePlace SourceText::place(ByteRange range) const {
  const TextSegment* first = segment_at(range.begin);
  if (first == nullptr) {
    const bool in_header = raw_.title_offset > 0;
    const std::uint32_t shift = in_header ? raw_.title_offset : 0;
    return {article_.slice(range), {range.begin + shift, range.end + shift}, !in_header};
  }
  const TextSegment* last = range.end > range.begin ? segment_at(range.end - 1) : first;
  const std::uint32_t begin = first->origin + range.begin - first->range.begin;
  std::uint32_t end = begin + std::min(range.end, first->range.end) - range.begin;
  if (last != nullptr && last->origin > first->origin) end = last->origin + range.end - last->range.begin;
  return {std::string_view(raw_.text).substr(begin - raw_.text_offset, end - begin), {begin, end}, false};
}

}  // namespace mahdar
