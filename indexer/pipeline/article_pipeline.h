#pragma once

#include <functional>
#include <string_view>

#include "analyzers/about/annotator.h"
#include "indexer/document_builder.h"
#include "indexer/pipeline/read_task.h"
#include "schema/corrections.h"

namespace mahdar {

/// Bytes → reader → raw articles; the file is read where the task brings no bytes. The outcome's failures,
/// hash and same_bytes are filled in; `sink` gets the articles.
ReadOutcome read_articles(const ReadTask& task, const std::function<void(RawArticle)>& sink);

/// What corrections may call the article of that id: record `record` of the file.
ArticleNames article_names(std::string_view id, const SourceFile& file, std::uint64_t record);

/// The whole walk of an article: reader → annotator → document builder. Thread-safe.
class ArticlePipeline {
 public:
  /// `corrections` outlives the pipeline.
  ArticlePipeline(const Taxonomy& taxonomy, const Analyzer& analyzer, SharedFacets& facets,
                  const Corrections& corrections)
      : annotator_(taxonomy, analyzer), builder_(taxonomy, analyzer, facets), corrections_(corrections) {}

  ReadOutcome run(const ReadTask& task) const;

 private:
  BuiltArticle build(const RawArticle& raw, const FileToRead& file) const;

  Annotator annotator_;
  DocumentBuilder builder_;
  const Corrections& corrections_;
};

}  // namespace mahdar
