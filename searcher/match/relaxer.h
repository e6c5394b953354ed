#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "searcher/match/result_page.h"
#include "searcher/query/parsed_query.h"

namespace mahdar {

/// A query with its filters and match mode: what relaxation changes.
struct Asked {
  QueryNode root;
  std::vector<Filter> filters;
  MatchMode mode = MatchMode::kAll;
};

struct RelaxedQuery {
  Asked asked;
  Relaxation relaxation;
};

/// What relaxation needs to know of the index.
struct RelaxerProbes {
  /// How many articles match, counted up to `enough`.
  std::function<std::uint32_t(const Asked&, std::uint32_t enough)> count;
  /// A near spelling of a word that occurs; none where there is none.
  std::function<std::optional<std::string>(const std::string& word)> correct;
};

/// The nearest query that matches something, for one that matches nothing; none where nothing near exists.
/// The steps: a filter that alone excludes everything goes first; then exact → folded; words that occur
/// nowhere → near spellings; phrases → their words; title → whole text; fewer words; any word; the same
/// without filters; the filters without the words.
std::optional<RelaxedQuery> relax_query(const Asked& asked, const RelaxerProbes& probes);

}  // namespace mahdar
