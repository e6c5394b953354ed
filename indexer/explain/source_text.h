#pragma once

#include <cstdint>
#include <string_view>

#include "schema/article.h"

namespace mahdar {

/// Where a stretch of Article::text stands in what was read.
struct SourcePlace {
  std::string_view text;  ///< what stands there
  ByteRange range;        ///< bytes of the decoded file, or of the field it was read from
  bool in_title =
      false;  ///< the range counts in a title that stands apart from the text (JSON, page metadata)
};

/// Finds places of Article::text in the source. For plain text the ranges are bytes of the decoded file; for
/// pages and JSON Lines, whose text is taken out of markup, bytes of the text the reader took. Keeps
/// references to both.
class SourceText {
 public:
  SourceText(const RawArticle& raw, const Article& article) : raw_(raw), article_(article) {}

  /// Where the stretch crosses something that was cut, the place spans it.
  SourcePlace place(ByteRange range) const;

  /// What stands in a range of the source, such as a TextCut's.
  std::string_view text(ByteRange source_range) const {
    return std::string_view(raw_.text).substr(source_range.begin - raw_.text_offset,
                                              source_range.end - source_range.begin);
  }

 private:
  const TextSegment* segment_at(std::uint32_t offset) const;

  const RawArticle& raw_;
  const Article& article_;
};

}  // namespace mahdar
