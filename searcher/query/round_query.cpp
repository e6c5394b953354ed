#include "searcher/query/round_query.h"

#include <string>

#include "schema/field.h"
#include "searcher/query/ranking.h"

namespace mahdar {
namespace {

using Op = MatchQuery::Op;

std::string round_term(int number) {
  return make_term(row(Field::kRound).term_prefix, std::to_string(number));
}

}  // namespace

std::vector<RoundName> rounds_named(const TokenStream& tokens, const std::vector<EntityMatch>& entities,
                                    const QueryContext& context) {
  if (context.rounds == nullptr) return {};
  std::vector<RoundName> names = context.rounds->find(tokens, entities);
  std::erase_if(
      names, [&](const RoundName& name) { return !context.database.term_exists(round_term(name.number)); });
  return names;
}

MatchQuery round_query(int number, ByteRange range, MatchMode mode, std::vector<MatchQuery> words,
                       std::vector<Diagnostic>& diagnostics) {
  const std::string digits = std::to_string(number);
  diagnostics.push_back(
      {"read-as-round",
       "read as round " + digits + ", whose articles come first; narrow to them by round:" + digits,
       "قُرئت بوصفها الجولة " + digits + "، فقُدّمت مقالاتها؛ للتضييق عليها اكتب جولة:" + digits, range.begin,
       range.end});
  return {Op::kOr,
          {MatchQuery(mode == MatchMode::kAny ? Op::kOr : Op::kAnd, std::move(words)),
           MatchQuery(Op::kFilter, {MatchQuery::constant(ranking::kRound), MatchQuery(round_term(number))})}};
}

}  // namespace mahdar
