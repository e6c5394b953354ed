#include "searcher/query/near_spellings.h"

#include <string>
#include <utility>

#include "schema/field.h"
#include "searcher/query/query_caps.h"
#include "searcher/query/ranking.h"
#include "searcher/query/vocabulary.h"

namespace mahdar {

std::vector<MatchQuery> near_spellings(const QueryNode& word, const Token& token, const QueryContext& context,
                                       MatchTarget& target) {
  const Vocabulary vocabulary(context.database, context.words);
  const auto edits = edits_for_length(code_points(token.folded).size());
  std::vector<std::vector<MatchQuery>> by_distance(edits + 1);
  for (const auto& other : vocabulary.near(token.folded, edits, query_caps::kExpansions)) {
    target.near.push_back(other.folded);
    by_distance[other.edits].emplace_back(
        word.title ? make_term(prefix::kTitleStem, context.analyzer.stem(other.folded))
                   : make_term(prefix::kFolded, other.folded));
  }
  for (const auto& other : vocabulary.near_stems(token.stem, query_caps::kExpansions)) {
    target.family.push_back(other.folded);
    by_distance.back().emplace_back(make_term(word.title ? prefix::kTitleStem : prefix::kStem, other.folded));
  }
  std::vector<MatchQuery> spellings;
  double weight = ranking::kNear;
  for (auto& words : by_distance) {
    if (words.empty()) continue;
    spellings.push_back(MatchQuery::scaled(MatchQuery(MatchQuery::Op::kSynonym, std::move(words)), weight));
    weight *= ranking::kFurther;
  }
  return spellings;
}

}  // namespace mahdar
