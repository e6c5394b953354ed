#include "searcher/query/match_query.h"

#include <algorithm>

#include "schema/field.h"
#include "searcher/query/fixed_set.h"
#include "searcher/query/phrase_source.h"

namespace mahdar {
namespace {

using Op = MatchQuery::Op;
using Xapian::Query;

Query dates_to_xapian(const MatchQuery& query) {
  // Articles without a date have an empty value, which lies below every bound.
  if (query.from.empty()) return {Query::OP_VALUE_RANGE, slot::kDate, "0", query.to};
  if (query.to.empty()) return {Query::OP_VALUE_GE, slot::kDate, query.from};
  return {Query::OP_VALUE_RANGE, slot::kDate, query.from, query.to};
}

Query::op xapian_op(Op op) {
  switch (op) {
    case Op::kOr:
      return Query::OP_OR;
    case Op::kAndNot:
      return Query::OP_AND_NOT;
    case Op::kFilter:
      return Query::OP_FILTER;
    case Op::kAndMaybe:
      return Query::OP_AND_MAYBE;
    case Op::kMax:
      return Query::OP_MAX;
    case Op::kSynonym:
      return Query::OP_SYNONYM;
    default:
      return Query::OP_AND;
  }
}

}  // namespace

MatchQuery::MatchQuery(Op of_op, std::vector<MatchQuery> of_parts) : op(of_op), parts(std::move(of_parts)) {
  const auto nothing_in = [](const MatchQuery& part) { return part.is_nothing(); };
  const bool needs_first = op == Op::kAndNot || op == Op::kAndMaybe;
  const bool needs_all = op == Op::kAnd || op == Op::kFilter;
  if (parts.empty() || (needs_first && parts.front().is_nothing()) ||
      (needs_all && std::ranges::any_of(parts, nothing_in))) {
    *this = nothing();
    return;
  }
  std::erase_if(parts, nothing_in);
  if (parts.empty()) {
    *this = nothing();
  } else if (parts.size() == 1) {
    MatchQuery only = std::move(parts.front());
    *this = std::move(only);
  }
}

MatchQuery MatchQuery::nothing() {
  MatchQuery query;
  query.op = Op::kNothing;
  return query;
}

MatchQuery MatchQuery::scaled(MatchQuery query, double by) {
  if (query.is_nothing()) return query;
  MatchQuery result;
  result.op = Op::kScaled;
  result.scale = by;
  result.parts.push_back(std::move(query));
  return result;
}

MatchQuery MatchQuery::dated(std::string_view term_prefix) {
  MatchQuery query{std::string(term_prefix)};
  query.op = Op::kDated;
  return query;
}

MatchQuery MatchQuery::dates(std::string from, std::string to) {
  MatchQuery query;
  query.op = Op::kDates;
  query.from = std::move(from);
  query.to = std::move(to);
  return query;
}

MatchQuery MatchQuery::phrase(std::vector<std::string> stems, bool in_title) {
  MatchQuery query;
  query.op = Op::kPhrase;
  query.stems = std::move(stems);
  query.in_title = in_title;
  return query;
}

MatchQuery MatchQuery::of_articles(Articles articles) {
  if (articles->empty()) return nothing();
  MatchQuery query;
  query.op = Op::kArticles;
  query.articles = std::move(articles);
  return query;
}

MatchQuery MatchQuery::constant(double score) {
  MatchQuery query;
  query.op = Op::kConstant;
  query.scale = score;
  return query;
}

Query to_xapian(const MatchQuery& query, std::chrono::steady_clock::time_point deadline) {
  switch (query.op) {
    case Op::kNothing:
      return Query::MatchNothing;
    case Op::kAll:
      return Query::MatchAll;
    case Op::kTerm:
      return Query(query.term);
    case Op::kDated:
      return {Query::OP_WILDCARD, query.term};
    case Op::kDates:
      return dates_to_xapian(query);
    case Op::kPhrase:
      return side_by_side(query.stems, query.in_title, deadline);
    case Op::kArticles:
      return fixed_set(query.articles);
    case Op::kConstant:
      return Query((new Xapian::FixedWeightPostingSource(query.scale))->release());
    case Op::kScaled:
      return {Query::OP_SCALE_WEIGHT, to_xapian(query.parts.front(), deadline), query.scale};
    default:
      break;
  }
  std::vector<Query> parts;
  parts.reserve(query.parts.size());
  for (const MatchQuery& part : query.parts) parts.push_back(to_xapian(part, deadline));
  return {xapian_op(query.op), parts.begin(), parts.end()};
}

}  // namespace mahdar
