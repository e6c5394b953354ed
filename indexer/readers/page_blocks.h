#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/readers/html_document.h"

namespace mahdar {

/// A paragraph, heading, list item or other stretch of a page that stands on lines of its own.
struct PageBlock {
  std::string text;            ///< white space collapsed
  std::size_t link_bytes = 0;  ///< of these, bytes inside links
  xmlNode* holder = nullptr;   ///< the element whose flow it belongs to
  bool heading = false;

  double link_density() const {
    return text.empty() ? 1.0 : static_cast<double>(link_bytes) / static_cast<double>(text.size());
  }
};

/// The blocks of a page in document order, without scripts, navigation, forms, asides and hidden elements.
std::vector<PageBlock> page_blocks(const HtmlDocument& page);

/// The main text: the blocks of the element that holds the most running text, links not counted; a paragraph
/// a line.
std::string main_text(const HtmlDocument& page);

}  // namespace mahdar
