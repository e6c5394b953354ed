#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/facet.h"
#include "schema/field.h"

namespace mahdar {

/// One filter: the field must (or, negated, must not) have one of the values. Values are canonical: round
/// numbers
/// ("7", "unknown"), guarantor ids, ISO codes, topic, source, person and framing ids, "unknown".
/// A date filter has exactly two values, "YYYY-MM-DD" or shorter or empty for open: from, to.
struct Filter {
  Field field = Field::kRound;
  std::vector<std::string> values;
  bool negated = false;
  bool operator==(const Filter&) const = default;
};

enum class MatchMode : std::uint8_t { kAll, kAny };
enum class SortOrder : std::uint8_t { kRelevance, kNewest, kOldest, kRound };

/// What a user asks, the same from the command line, the terminal and a server.
struct SearchRequest {
  std::string text;             ///< the query as typed
  std::vector<Filter> filters;  ///< OR within one filter, AND across filters
  MatchMode match = MatchMode::kAll;
  SortOrder sort = SortOrder::kRelevance;
  std::uint32_t offset = 0;
  std::uint32_t limit = 10;   ///< offset + limit at most 1,000
  bool exact = false;         ///< every word as if written =word
  bool relax = true;          ///< look for something near where nothing matches
  bool needs_words = false;   ///< a text without a word gives no hits, not those of the filters or all
  bool explain = false;       ///< fill Hit::explanation
  bool collapse = false;      ///< one hit for a group of near-duplicates
  bool count_groups = false;  ///< facets count a group of near-duplicates once a value
  std::vector<Facet> facets{kAllFacets.begin(), kAllFacets.end()};
  std::uint32_t snippet_graphemes = 200;
};

}  // namespace mahdar
