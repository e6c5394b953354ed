#pragma once

#include "indexer/readers/reader.h"

namespace mahdar {

/// Web archives (WARC 1.0 and 1.1, ISO 28500): an article for every stored page or plain text that the server
/// gave with status 200; pictures, scripts, redirects, revisits and the crawler's own records are passed
/// over. `bytes` are whole records; ReadOrigin::first_line is the number of the first of them, and becomes
/// the article's record. The day of the crawl is not taken for the article's.
class WarcReader final : public Reader {
 public:
  void read(std::string_view bytes, const ReadOrigin& origin, const ArticleSink& sink) const override;
};

}  // namespace mahdar
