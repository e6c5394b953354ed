#include "searcher/query/named_matter.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "searcher/query/ranking.h"

namespace mahdar {

using Op = MatchQuery::Op;

std::vector<NamedMatter> named_matters(const WordRun& run, const QueryContext& context) {
  std::vector<NamedMatter> matters = named_rounds(run, context);
  std::ranges::move(named_dates(run, context), std::back_inserter(matters));
  std::ranges::stable_sort(matters, {}, &NamedMatter::first);
  std::size_t free_from = 0;
  std::erase_if(matters, [&](const NamedMatter& matter) {
    if (matter.first < free_from) return true;
    free_from = matter.end;
    return false;
  });
  return matters;
}

MatchQuery matter_query(const NamedMatter& matter, MatchMode mode, std::vector<MatchQuery> words) {
  return {Op::kOr,
          {MatchQuery(mode == MatchMode::kAny ? Op::kOr : Op::kAnd, std::move(words)),
           MatchQuery(Op::kFilter, {MatchQuery::constant(ranking::kMatter), matter.articles})}};
}

}  // namespace mahdar
