#pragma once

#include <span>
#include <vector>

#include "analyzers/about/gazetteer.h"
#include "analyzers/text/analyzer.h"
#include "analyzers/text/token.h"
#include "schema/article.h"
#include "schema/taxonomy.h"
#include "searcher/highlight/highlighter.h"
#include "searcher/match/result_page.h"
#include "searcher/query/match_target.h"

namespace mahdar {

/// What explanations are made with. All must outlive the call.
struct ExplanationContext {
  const Taxonomy& taxonomy;
  const Analyzer& analyzer;
  const Gazetteer& gazetteer;
};

/// For each mark by which steps the words are the same, ascending by range. A name under which a word of the
/// query would also be found is left out where that word itself stands. Marks are find_marks() of the same
/// tokens and targets.
std::vector<MatchReason> explain_marks(const Article& article, const TokenStream& tokens,
                                       std::span<const Mark> marks, std::span<const MatchTarget> targets,
                                       const ExplanationContext& context);

}  // namespace mahdar
