#include "searcher/query/wildcard_query.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "schema/field.h"
#include "searcher/query/query_caps.h"
#include "searcher/query/vocabulary.h"

namespace mahdar {

std::optional<MatchQuery> wildcard_query(const QueryNode& word, const QueryContext& context,
                                         BuiltQuery& built) {
  std::string_view text = word.text;
  text.remove_prefix(std::min(text.find_first_not_of('*'), text.size()));
  const std::string beginning = context.analyzer.fold(text);
  if (beginning.empty()) return std::nullopt;
  bool all_seen = true;
  std::vector<MatchQuery> terms;
  // Stems too: a word with the article or another clitic in front begins otherwise.
  for (const auto stream :
       word.title ? std::vector{prefix::kTitleStem} : std::vector{prefix::kFolded, prefix::kStem}) {
    bool whole = true;
    const Vocabulary vocabulary(context.database, context.words);
    for (const auto& expansion : vocabulary.beginning_with(stream, beginning, query_caps::kExpansions, whole))
      terms.emplace_back(make_term(stream, expansion.folded));
    all_seen = all_seen && whole;
  }
  if (!all_seen)
    built.diagnostics.push_back(
        {"wildcard-cut", "'" + word.text + "*' stands for too many words; the 50 most frequent were searched",
         "«" + word.text + "*» تعني كلمات كثيرة، فجرى البحث عن أكثر 50 كلمة ورودًا", word.range.begin,
         word.range.end});
  built.targets.push_back({.kind = TargetKind::kPrefix,
                           .query_word = word.text,
                           .query_range = word.range,
                           .exact = false,
                           .title = word.title,
                           .words = {{"", beginning, ""}},
                           .alternatives = {},
                           .near = {},
                           .entity = {}});
  built.ranked = true;
  return MatchQuery(MatchQuery::Op::kSynonym, std::move(terms));
}

}  // namespace mahdar
