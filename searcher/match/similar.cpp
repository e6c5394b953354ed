#include "searcher/match/similar.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "schema/field.h"

namespace mahdar {
namespace {

constexpr std::size_t kStems = 30;
constexpr double kCommon = 0.5;  ///< a stem more than that share of the articles has tells nothing
constexpr double kSaturation = 1.2;

struct WeightedTerm {
  std::string term;
  double weight = 0;
};

}  // namespace

MatchQuery similar_query(Xapian::docid id, const IndexView& view) {
  const double articles = view.database.get_doccount();
  std::vector<WeightedTerm> terms;
  auto term = view.database.termlist_begin(id);
  term.skip_to(std::string(prefix::kStem));
  for (; term != view.database.termlist_end(id) && (*term).starts_with(prefix::kStem); ++term) {
    const double holders = term.get_termfreq();
    // A stem no other article has finds nothing; in a small archive nearly all stems are common.
    if (holders < 2 || (articles > 20 && holders > kCommon * articles)) continue;
    const double occurrences = term.get_wdf();
    terms.push_back({*term, occurrences / (occurrences + kSaturation) * std::log(1 + articles / holders)});
  }
  std::ranges::sort(terms, [](const auto& a, const auto& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (terms.size() > kStems) terms.resize(kStems);
  if (terms.empty()) return MatchQuery::nothing();
  std::vector<MatchQuery> parts;
  for (const auto& [name, weight] : terms) parts.push_back(MatchQuery::scaled(MatchQuery(name), weight));
  const MatchQuery any(MatchQuery::Op::kOr, std::move(parts));
  const std::string own = [&] {
    auto name = view.database.termlist_begin(id);
    name.skip_to(std::string(prefix::kId));
    return *name;
  }();
  return {MatchQuery::Op::kAndNot, {any, MatchQuery(own)}};
}

}  // namespace mahdar
