#pragma once

#include <string_view>

#include "indexer/readers/reader.h"

namespace mahdar {

/// What a user can do about a feed that ends in the middle; tells that problem from others.
inline constexpr std::string_view kCutFeedRemedy = "fetch the feed again; the items before it are kept";

/// Feeds kept as files: RSS 0.9x, 1.0 (RDF) and 2.0, and Atom (RFC 4287). An article an item, with the text
/// the feed carries of it; the feed's title is its source. Entities of a document type are never expanded.
/// An item that is not closed, in a feed that was cut, is left out and the cut reported. The item's place in
/// the feed, from 1, is its record.
class FeedReader final : public Reader {
 public:
  void read(std::string_view bytes, const ReadOrigin& origin, const ArticleSink& sink) const override;
};

}  // namespace mahdar
