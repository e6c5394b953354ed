#pragma once

#include <functional>
#include <limits>
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

/// Stands for counting all matches.
inline constexpr std::uint32_t kCountAll = std::numeric_limits<std::uint32_t>::max();

/// What relaxation needs to know of the index. Both may throw DeadlineExceeded.
struct RelaxerProbes {
  /// How many articles match, counted up to `enough`.
  std::function<std::uint32_t(const Asked&, std::uint32_t enough)> count;
  /// A near spelling of a word that occurs; none where there is none.
  std::function<std::optional<std::string>(const std::string& word)> correct;
  /// Whether words occur that differ from this one in weak letters alone; and such as begin with it.
  std::function<bool(const std::string& word)> has_weak_spellings;
  std::function<bool(const std::string& word)> begins_words;
};

struct RelaxerResult {
  std::optional<RelaxedQuery> query;  ///< none where nothing near exists
  std::vector<RelaxationStep> steps;  ///< all that were tried, also where nothing was found
};

/// The nearest query that matches something, for one that matches nothing. The steps: a filter that alone
/// excludes everything goes first; then exact → folded → stem → alias; words that occur nowhere → near
/// spellings, the last of them also → words that begin so; phrases → their words; title → whole text; fewer
/// words; any word; the same without filters; the filters without the words. Behind the step taken, the
/// others are counted while there is time. Throws DeadlineExceeded where time ran out before anything was
/// found.
RelaxerResult relax_query(const Asked& asked, const RelaxerProbes& probes);

}  // namespace mahdar
