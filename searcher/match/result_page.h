#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/article.h"
#include "schema/facet.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// Something the user should know about the query: broken syntax read as literals, a cap that was hit.
struct Diagnostic {
  std::string code;     ///< stable, e.g. "unclosed-quote", "unknown-field", "deadline"
  std::string message;  ///< English
  std::string message_ar;
  std::uint32_t begin = 0;  ///< bytes in the query text
  std::uint32_t end = 0;
};

/// Which query word matched which original word, and by which step.
struct MatchReason {
  std::string query_word;
  std::string text_word;
  std::string step;  ///< "exact", "folded", "stem", "alias", "near", "prefix"
  ByteRange range;   ///< in the article's text
};

struct Hit {
  Article article;  ///< without evidence unless asked to explain
  double score = 0;
  std::string snippet;                ///< plain text, one paragraph
  std::vector<ByteRange> highlights;  ///< in `snippet`, ascending, whole original words
  std::uint32_t duplicates = 0;       ///< further copies of the same text in the index
  std::vector<MatchReason> explanation;
};

/// One of a group of near-duplicates.
struct ArticleCopy {
  std::string id;
  std::string title;
  std::string source;
  std::string date;
};

struct FacetValueCount {
  std::string value;
  std::string label;  ///< Arabic
  std::string label_en;
  std::uint64_t count = 0;
  bool selected = false;
};

/// Exact over all matches, without the facet's own selection. By falling count; rounds and months by value.
struct FacetCounts {
  Facet facet = Facet::kRound;
  std::vector<FacetValueCount> values;
};

/// How a query that matched nothing was relaxed.
struct Relaxation {
  std::string step;     ///< "folded", "stem", "alias", "near", "words", "fields", "fewer-words", "any",
                        ///< "fewer-filters", "filters-only"
  std::string message;  ///< English, with the words concerned
  std::string message_ar;
};

/// A step of relaxation that was tried, after all before it.
struct RelaxationStep {
  std::string step;         ///< as Relaxation::step; before "folded" also "exact", and "stem"
  std::uint64_t count = 0;  ///< how many articles match then
  bool taken = false;       ///< whether this step gave the hits; those behind it show what more would give
};

struct ResultPage {
  SearchRequest request;
  std::string interpreted;  ///< the parsed query in canonical notation
  std::optional<Relaxation> relaxed;
  std::vector<RelaxationStep> steps;  ///< in order; empty where the query matched as it was
  std::uint64_t total = 0;            ///< exact; with collapse, groups of near-duplicates count once
  std::uint64_t articles = 0;         ///< that match, exact
  double took_ms = 0;
  std::uint64_t index_articles = 0;
  std::string index_generation;
  std::uint64_t index_revision = 0;
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;
  std::optional<std::string> suggestion;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace mahdar
