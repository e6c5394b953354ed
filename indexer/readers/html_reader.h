#pragma once

#include <string_view>

#include "indexer/readers/reader.h"

namespace mahdar {

/// Saved web pages: one article a file. Never fetches, never runs anything.
class HtmlReader final : public Reader {
 public:
  void read(std::string_view bytes, const ReadOrigin& origin, const ArticleSink& sink) const override;
};

/// Takes the main text of a page, and, where the article has none yet, its title, date, source, address and
/// language.
void read_page(std::string_view utf8, RawArticle& article);

/// The encoding a page declares in its first bytes, or empty.
std::string declared_charset(std::string_view head);

}  // namespace mahdar
