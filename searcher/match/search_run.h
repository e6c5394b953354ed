#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "searcher/match/index_session.h"
#include "searcher/match/matcher.h"
#include "searcher/match/relaxer.h"
#include "searcher/match/result_page.h"
#include "searcher/query/query_builder.h"

namespace mahdar {

/// One search over one state of an index: parse, match, relax, highlight, suggest. Made anew where the state
/// changed.
class SearchRun {
 public:
  SearchRun(const SearchRequest& request, const IndexView& view, std::chrono::steady_clock::time_point start);

  /// Throws Xapian::Error and, on damaged records, std::runtime_error.
  ResultPage answer();

 private:
  Asked read_request();
  void cap_request();
  MatchPlan plan(const Asked& asked);
  void relax(Asked& asked);
  void match(const Asked& asked);
  void suggest(const Asked& asked);
  void report_deadline();
  void report_nothing_searched(const Asked& asked);
  bool shows_without_words(const Asked& asked) const;
  RelaxerProbes probes(const QueryContext& context) const;
  std::uint32_t count(const Asked& asked, std::uint32_t enough, const QueryContext& context) const;

  const IndexView& view_;
  const FoldedWords own_words_;  ///< where nothing is kept of this state of the index yet
  QueryContext context_;
  std::chrono::steady_clock::time_point start_;
  ResultPage page_;
  bool wants_words_ = false;  ///< the text names no filter and is not blank, or must not be
  bool nothing_searched_ = false;
  std::vector<MatchTarget> targets_;
};

/// Reads the stored articles of hits and makes their snippets. Targets are what to highlight.
std::vector<Hit> read_hits(const std::vector<ScoredArticle>& articles,
                           const std::vector<MatchTarget>& targets, const SearchRequest& request,
                           const IndexView& view);

/// The words of a whole article that a query asks for, ascending. Empty where time runs out.
std::vector<MatchReason> matches_in(const Article& article, const QueryNode& query, const IndexView& view,
                                    std::chrono::steady_clock::time_point deadline);

}  // namespace mahdar
