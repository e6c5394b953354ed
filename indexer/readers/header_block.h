#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "schema/article.h"

namespace mahdar {

/// The block of `Key: value` lines a text file may begin with.
struct HeaderBlock {
  struct Entry {
    std::string_view key;  ///< the canonical key: "id", "title", "url", "date", "source", "author",
                           ///< "language"; empty: unknown
    std::string_view value;
  };
  std::vector<Entry> entries;  ///< views into the text
  std::size_t body_begin = 0;  ///< bytes before the body; 0 where there is no block
};

/// The block ends at the first blank line, or between two lines of "---"; where a line without "Key: value"
/// comes first, behind the leading lines with known keys. A text whose first line has no known key (Latin or
/// Arabic) has no header block.
HeaderBlock parse_header_block(std::string_view text);

/// Moves the known entries into the article.
void apply(const HeaderBlock& header, RawArticle& article);

}  // namespace mahdar
