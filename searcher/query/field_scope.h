#pragma once

#include <vector>

#include "schema/field.h"
#include "schema/taxonomy.h"
#include "searcher/query/parsed_query.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// What is needed to read the values of a field. Held by reference.
struct FieldReading {
  const Taxonomy& taxonomy;
  MatchMode mode;
  std::vector<Diagnostic>& diagnostics;  ///< gets the values nobody knows
};

/// Puts the words and phrases of a node under a field: of the title, or as values of a filter; values nobody
/// knows become plain words. Whether anything is left of the node.
bool put_under_field(QueryNode& node, Field field, FieldReading reading);

}  // namespace mahdar
