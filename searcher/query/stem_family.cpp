#include "searcher/query/stem_family.h"

#include <string>
#include <vector>

#include "analyzers/text/skeleton.h"
#include "schema/field.h"
#include "searcher/query/query_caps.h"

namespace mahdar {

std::vector<std::string> family_of(const Xapian::Database& database, std::string_view stem) {
  const std::string bones = skeleton(stem);
  std::vector<std::string> stems;
  const auto add = [&](const std::string& other) {
    if (other != stem) stems.push_back(other);
  };
  if (skeleton(bones) == bones) add(bones);
  for (auto other = database.synonyms_begin(bones); other != database.synonyms_end(bones); ++other)
    if (stems.size() + 1 < query_caps::kFamily) add(*other);
  return stems;
}

MatchQuery family_query(std::string_view stem, const std::vector<std::string>& family) {
  std::vector<MatchQuery> terms{MatchQuery(make_term(prefix::kStem, stem))};
  for (const std::string& other : family) terms.emplace_back(make_term(prefix::kStem, other));
  return {MatchQuery::Op::kSynonym, std::move(terms)};
}

}  // namespace mahdar
