#include <string>

#include "schema/field.h"
#include "searcher/query/named_matter.h"

namespace mahdar {

std::vector<NamedMatter> named_rounds(const WordRun& run, const QueryContext& context) {
  if (context.rounds == nullptr) return {};
  std::vector<NamedMatter> matters;
  for (const RoundName& name : context.rounds->find(run.stream, run.entities)) {
    const std::string digits = std::to_string(name.number);
    const std::string term = make_term(row(Field::kRound).term_prefix, digits);
    if (!context.database.term_exists(term)) continue;
    const ByteRange range = run.range(name.first, name.end - 1);
    matters.push_back(
        {name.first,
         name.end,
         MatchQuery(term),
         {"read-as-round",
          "read as round " + digits + ", whose articles come first; narrow to them by round:" + digits,
          "قُرئت بوصفها الجولة " + digits + "، فقُدّمت مقالاتها؛ للتضييق عليها اكتب جولة:" + digits, range.begin,
          range.end}});
  }
  return matters;
}

}  // namespace mahdar
