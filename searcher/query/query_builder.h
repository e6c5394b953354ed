#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <xapian.h>

#include "analyzers/about/gazetteer.h"
#include "analyzers/about/round_reader.h"
#include "analyzers/text/analyzer.h"
#include "schema/taxonomy.h"
#include "searcher/bounded_cache.h"
#include "searcher/query/folded_words.h"
#include "searcher/query/match_query.h"
#include "searcher/query/match_target.h"
#include "searcher/query/parsed_query.h"

namespace mahdar {

/// Articles whose text was read and holds some words, as far as there was time to read.
struct VerifiedWords {
  std::vector<Xapian::docid> articles;  ///< ascending
  std::size_t read = 0;                 ///< how many of the candidates, in ascending order
  bool complete = false;
};

/// Kept by the words: see verified().
using VerifiedArticles = BoundedCache<std::string, VerifiedWords>;

/// What a query is built against. All must outlive the builder.
struct QueryContext {
  const Xapian::Database& database;
  const Taxonomy& taxonomy;
  const Analyzer& analyzer;
  const Gazetteer& gazetteer;
  std::chrono::steady_clock::time_point deadline;
  const FoldedWords* words = nullptr;    ///< of the same state of the index; null: read where needed
  VerifiedArticles* verified = nullptr;  ///< of the same revision; null: nothing is kept
  const RoundReader* rounds = nullptr;   ///< null: words that name a round are no more than words
};

struct BuiltQuery {
  MatchQuery query;                  ///< everything where the text asks nothing
  bool asks = false;                 ///< whether the text has anything to match
  bool ranked = false;               ///< whether any part of it gives a score
  std::vector<MatchTarget> targets;  ///< what to highlight
  std::vector<Diagnostic> diagnostics;
};

/// Turns a parsed query into one to match: the analyzer's streams with their weights, names as concepts,
/// words that name a round or date with the articles about it, phrases over stems, stop words dropped where
/// other words remain. Throws DeadlineExceeded and Xapian::Error.
BuiltQuery build_query(const QueryNode& root, MatchMode mode, const QueryContext& context);

/// One filter without weight; its negation is the caller's.
MatchQuery filter_query(const Filter& filter);

}  // namespace mahdar
