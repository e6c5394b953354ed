#include <vector>

#include "schema/facet.h"
#include "schema/field.h"
#include "searcher/query/date_range.h"
#include "searcher/query/query_builder.h"

namespace mahdar {
namespace {

using Op = MatchQuery::Op;

/// Articles whose month is not known have no month term.
MatchQuery unknown_month() {
  return {Op::kAndNot, {MatchQuery(), MatchQuery::dated(prefix::kMonth)}};
}

MatchQuery date_query(const std::string& from, const std::string& to) {
  if (from == kUnknown || to == kUnknown) return unknown_month();
  auto [low, high] = date_slot_range(from, to);
  return MatchQuery::dates(std::move(low), std::move(high));
}

}  // namespace

MatchQuery filter_query(const Filter& filter) {
  if (filter.field == Field::kDate && !filter.values.empty())
    return date_query(filter.values.front(), filter.values.back());
  std::vector<MatchQuery> values;
  for (const auto& value : filter.values)
    values.emplace_back(make_term(row(filter.field).term_prefix, value));
  return {Op::kOr, std::move(values)};
}

}  // namespace mahdar
