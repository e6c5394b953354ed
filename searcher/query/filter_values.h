#pragma once

#include <string>
#include <string_view>

#include "schema/result.h"
#include "schema/taxonomy.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// A filter from what a user wrote for a field: "7-9", "7,8", "unknown"; ISO code, Arabic or English name;
/// "russia" or "روسيا"; topic id or label; for kDate "2017-10..2017-12", "2017", "2017-10-30.." . The error
/// tells what is accepted. An outlet's name in quotes is one value; without them it may still hold a comma,
/// unless all that stands between commas are known outlets.
Result<Filter> parse_filter(Field field, std::string_view text, const Taxonomy& taxonomy);

/// How one value of a facet is written so that parse_filter reads it, and nothing else, from it.
std::string filter_text(Field field, std::string_view value);

/// "FACET:VALUE" with an English or Arabic facet name, for --not.
Result<Filter> parse_negated_filter(std::string_view text, const Taxonomy& taxonomy);

}  // namespace mahdar
