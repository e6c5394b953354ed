#include "indexer/readers/reader.h"

#include "indexer/readers/feed_reader.h"
#include "indexer/readers/html_reader.h"
#include "indexer/readers/jsonl_reader.h"
#include "indexer/readers/text_reader.h"
#include "indexer/readers/warc_reader.h"

namespace mahdar {

const Reader& reader_for(FileKind kind) {
  static const TextReader text;
  static const HtmlReader html;
  static const JsonlReader json_lines;
  static const FeedReader feed;
  static const WarcReader warc;
  switch (kind) {
    case FileKind::kHtml:
      return html;
    case FileKind::kJsonLines:
      return json_lines;
    case FileKind::kFeed:
      return feed;
    case FileKind::kWarc:
      return warc;
    case FileKind::kText:
      break;
  }
  return text;
}

}  // namespace mahdar
