#pragma once

#include <string>
#include <string_view>

#include "schema/result.h"
#include "schema/taxonomy.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// A filter from what a user wrote for a field: "7-9", "7,8", "unknown"; ISO code, Arabic or English name;
/// "russia" or "روسيا"; topic id or label; for kDate "2017-10..2017-12", "2017", "2017-10-30.." . The error
/// tells what is accepted.
Result<Filter> parse_filter(Field field, std::string_view text, const Taxonomy& taxonomy);

/// "FACET:VALUE" with an English or Arabic facet name, for --not.
Result<Filter> parse_negated_filter(std::string_view text, const Taxonomy& taxonomy);

}  // namespace mahdar
