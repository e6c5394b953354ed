#pragma once

#include <string>

#include "analyzers/about/annotator.h"

namespace mahdar {

/// The annotator over the bundled taxonomy, made once for all tests.
inline const Annotator& bundled_annotator() {
  static const Analyzer analyzer(Taxonomy::bundled());
  static const Annotator annotator(Taxonomy::bundled(), analyzer);
  return annotator;
}

inline AnnotatedArticle annotate_text(std::string text, std::string title = {}, std::string date = {}) {
  RawArticle raw;
  raw.text = std::move(text);
  raw.title = std::move(title);
  raw.date = std::move(date);
  return bundled_annotator().annotate(raw);
}

}  // namespace mahdar
