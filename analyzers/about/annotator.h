#pragma once

#include <memory>
#include <vector>

#include "analyzers/about/gazetteer.h"
#include "analyzers/text/analyzer.h"
#include "schema/article.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// An article with all that was found out about it, and the analysis it rests on.
struct AnnotatedArticle {
  std::unique_ptr<Article> article;  ///< on the heap: the tokens' views point into its text
  TokenStream tokens;                ///< of article->text
  std::vector<EntityMatch> entities;
  std::vector<TextCut> cuts;  ///< of the source's text; in bytes of its decoded file, as segments are
};

/// Knows what an article is about: zones, boilerplate, round, guarantor, countries, people, topics, date,
/// source. Immutable; safe to share between threads. Taxonomy and analyzer must outlive it.
class Annotator {
 public:
  Annotator(const Taxonomy& taxonomy, const Analyzer& analyzer);
  ~Annotator();

  /// Never fails: what cannot be told stays unknown. `article->id` is raw.id, possibly empty.
  AnnotatedArticle annotate(const RawArticle& raw) const;

 private:
  struct Detectors;
  std::unique_ptr<const Detectors> detectors_;
};

}  // namespace mahdar
