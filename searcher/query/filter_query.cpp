#include <vector>

#include "schema/facet.h"
#include "schema/field.h"
#include "searcher/query/date_range.h"
#include "searcher/query/query_builder.h"

namespace mahdar {
namespace {

/// Articles whose month is not known have no month term.
Xapian::Query unknown_month() {
  return {Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll,
          Xapian::Query(Xapian::Query::OP_WILDCARD, std::string(prefix::kMonth))};
}

Xapian::Query date_query(const std::string& from, const std::string& to) {
  if (from == kUnknown || to == kUnknown) return unknown_month();
  const auto [low, high] = date_slot_range(from, to);
  // Articles without a date have an empty value, which lies below every bound.
  if (low.empty()) return {Xapian::Query::OP_VALUE_RANGE, slot::kDate, "0", high};
  if (high.empty()) return {Xapian::Query::OP_VALUE_GE, slot::kDate, low};
  return {Xapian::Query::OP_VALUE_RANGE, slot::kDate, low, high};
}

}  // namespace

Xapian::Query filter_query(const Filter& filter) {
  if (filter.field == Field::kDate && !filter.values.empty())
    return date_query(filter.values.front(), filter.values.back());
  std::vector<Xapian::Query> values;
  for (const auto& value : filter.values)
    values.emplace_back(make_term(row(filter.field).term_prefix, value));
  return {Xapian::Query::OP_OR, values.begin(), values.end()};
}

}  // namespace mahdar
