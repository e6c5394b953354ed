#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/article.h"
#include "schema/facet.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// The code of the diagnostic of a text that has no word: its hits are whatever the filters let through.
inline constexpr std::string_view kNothingSearched = "nothing-searched";

/// Something the user should know about the query: broken syntax read as literals, a cap that was hit.
struct Diagnostic {
  std::string code;     ///< stable, e.g. "unclosed-quote", "unknown-field", "deadline"
  std::string message;  ///< English
  std::string message_ar;
  std::uint32_t begin = 0;  ///< bytes in the query text
  std::uint32_t end = 0;
};

/// One step on the way from a query word to an original word, with the letters or words it concerns on either
/// side, empty where it found nothing there.
struct ReasonStep {
  std::string step;  ///< a conflation_name() of the analyzer, or "exact", "alias", "latin-name",
                     ///< "transliteration", "family", "wildcard", "near", "phrase"
  std::string query;
  std::string text;
  bool operator==(const ReasonStep&) const = default;
};

/// Which query word matched which original word, and by which steps.
struct MatchReason {
  std::string query_word;  ///< as typed
  std::string text_word;   ///< as it stands in the article
  std::string step;        ///< how close: "exact", "folded", "stem", "alias", "near", "prefix", "family"
  ByteRange range;         ///< in the article's text
  ByteRange query_range;   ///< in the query text
  bool in_title = false;
  std::string entity;             ///< by another name: the entity's id in the taxonomy
  std::vector<ReasonStep> steps;  ///< at least one where asked to explain
};

/// Why an article passed a filter.
struct FilterReason {
  Field field = Field::kRound;
  bool negated = false;             ///< the article has none of the values
  std::vector<std::string> values;  ///< those of the filter the article has; negated: all that it lacks;
                                    ///< dates: the article's own
  std::string rule;       ///< the strongest evidence's, or what else gave the value: "meta", "correction",
                          ///< "nothing-found" …
  double confidence = 0;  ///< 0 to 1; 0 where the field has none
  std::vector<Evidence> evidence;  ///< strongest first
};

struct Hit {
  Article article;  ///< without evidence unless asked to explain
  double score = 0;
  std::string snippet;                ///< plain text, one paragraph
  std::vector<ByteRange> highlights;  ///< in `snippet`, ascending, whole original words
  std::uint32_t duplicates = 0;       ///< further copies of the same text in the index
  std::vector<MatchReason> explanation;
  std::vector<FilterReason> filters;  ///< filled like `explanation`
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
  std::string step;     ///< "folded", "stem", "alias", "near", "begins", "words", "fields", "fewer-words",
                        ///< "any", "fewer-filters", "filters-only"
  std::string message;  ///< English, with the words concerned
  std::string message_ar;
  std::string query{};            ///< what was searched for instead, in canonical notation
  std::vector<Filter> filters{};  ///< those that were kept
  MatchMode match = MatchMode::kAll;
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
