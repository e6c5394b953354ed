#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "schema/field.h"
#include "searcher/query/named_matter.h"

namespace mahdar {
namespace {

/// Whether other words stand between two rounds; else an article about either answers both.
bool parted(const RoundName& before, const RoundName& name) {
  return before.end != name.first;
}

Diagnostic note_of(const std::vector<int>& numbers, ByteRange range) {
  const std::string list = fmt::format("{}", fmt::join(numbers, ","));
  const std::string_view one = "الجولة", two = "الجولتين", many = "الجولات";
  const std::string_view rounds = numbers.size() == 1 ? one : numbers.size() == 2 ? two : many;
  return {"read-as-round",
          fmt::format("read as round{} {}, whose articles come first; narrow to them by round:{}",
                      numbers.size() == 1 ? "" : "s", fmt::join(numbers, " and "), list),
          fmt::format("قُرئت بوصفها {} {}، فقُدّمت مقالاتها؛ للتضييق عليها اكتب جولة:{}", rounds,
                      fmt::join(numbers, " و"), list),
          range.begin, range.end};
}

}  // namespace

std::vector<NamedMatter> named_rounds(const WordRun& run, const QueryContext& context) {
  if (context.rounds == nullptr) return {};
  std::vector<NamedMatter> matters;
  const std::vector<RoundName> names = context.rounds->find(run.stream, run.entities);
  for (auto name = names.begin(); name != names.end();) {
    auto end = std::adjacent_find(name, names.end(), parted);
    if (end != names.end()) ++end;
    std::vector<int> numbers;
    std::vector<MatchQuery> articles;
    for (const RoundName& round : std::span(name, end)) {
      std::string term = make_term(row(Field::kRound).term_prefix, std::to_string(round.number));
      if (!context.database.term_exists(term)) continue;
      numbers.push_back(round.number);
      articles.emplace_back(std::move(term));
    }
    const std::size_t first = name->first, behind = std::prev(end)->end;
    if (!numbers.empty())
      matters.push_back({first, behind, MatchQuery(MatchQuery::Op::kOr, std::move(articles)),
                         note_of(numbers, run.range(first, behind - 1))});
    name = end;
  }
  return matters;
}

}  // namespace mahdar
