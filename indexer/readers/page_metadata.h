#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/html_document.h"

namespace mahdar {

/// What a page says about itself in its head: JSON-LD, OpenGraph, meta and link elements. Unknown parts are
/// empty.
struct PageMetadata {
  std::string title, url, date, source, author, language;
  std::string modified;
  std::string body;  ///< JSON-LD articleBody
};

PageMetadata page_metadata(const HtmlDocument& page);

/// Reads one JSON-LD script; finds the article also in arrays and in "@graph". Anything else leaves `into` as
/// it is.
void read_json_ld(std::string_view json, PageMetadata& into);

}  // namespace mahdar
