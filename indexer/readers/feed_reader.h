#pragma once

#include "indexer/readers/reader.h"

namespace mahdar {

/// Feeds kept as files: RSS 0.9x, 1.0 (RDF) and 2.0, and Atom (RFC 4287). An article an item, with the text
/// the feed carries of it; the feed's title is its source. Entities of a document type are never expanded.
/// An item that is not closed, in a feed that was cut, is left out and the cut reported. The item's place in
/// the feed, from 1, is its record.
class FeedReader final : public Reader {
 public:
  void read(std::string_view bytes, const ReadOrigin& origin, const ArticleSink& sink) const override;
};

}  // namespace mahdar
