#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

#include "analyzers/about/annotator.h"
#include "indexer/shared_facets.h"
#include "indexer/text_postings.h"

namespace mahdar {

/// Turns an annotated article into what the index keeps: terms, values and the stored record, laid out as
/// schema/field.h says. Thread-safe; taxonomy, analyzer and facets must outlive it.
///
/// Text streams: folded words and stems (counted as ZoneWeights says), exact words, stems of
/// the title; stop words are in all of them. The trail of the stems tells which stand side by side.
class DocumentBuilder {
 public:
  DocumentBuilder(const Taxonomy& taxonomy, const Analyzer& analyzer, SharedFacets& facets);

  /// `article.article` carries its final id. `file_key`: hash of the file it came from; `content_hash`: 16
  /// bytes; `version`: indexer/article_version.h.
  Xapian::Document build(const AnnotatedArticle& article, std::string_view file_key,
                         std::string_view content_hash, std::string_view version = {}) const;

 private:
  std::string facet_slot(const Article& article) const;

  SharedFacets& facets_;
  EntityTermTable entities_;
};

/// "20171030" from "2017-10-30", "20171000" from "2017-10"; empty for what is no date.
std::string date_value(std::string_view published);

}  // namespace mahdar
