#include <vector>

#include "schema/field.h"
#include "searcher/query/date_range.h"
#include "searcher/query/query_builder.h"

namespace mahdar {
namespace {

Xapian::Query date_query(const std::string& from, const std::string& to) {
  const auto [low, high] = date_slot_range(from, to);
  // Articles without a date have an empty value, which lies below every bound.
  if (low.empty()) return {Xapian::Query::OP_VALUE_RANGE, slot::kDate, "0", high};
  if (high.empty()) return {Xapian::Query::OP_VALUE_GE, slot::kDate, low};
  return {Xapian::Query::OP_VALUE_RANGE, slot::kDate, low, high};
}

}  // namespace

Xapian::Query filter_query(const Filter& filter) {
  if (filter.field == Field::kDate && filter.values.size() == 2)
    return date_query(filter.values[0], filter.values[1]);
  std::vector<Xapian::Query> values;
  for (const auto& value : filter.values) {
    if (filter.field == Field::kDate) {
      values.push_back(date_query(value, value));
    } else {
      values.emplace_back(make_term(row(filter.field).term_prefix, value));
    }
  }
  return {Xapian::Query::OP_OR, values.begin(), values.end()};
}

}  // namespace mahdar
