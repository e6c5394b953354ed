#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/facet.h"
#include "schema/result.h"
#include "schema/taxonomy.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// "round:7", or "-round:7" to exclude, as a filter. The field must exist.
Result<Filter> read_filter(const std::string& text, const Taxonomy& taxonomy);

/// The filter that a facet's value stands for; none where it cannot be one.
std::optional<Filter> filter_for(Facet facet, const std::string& value, const Taxonomy& taxonomy);

/// Adds a filter of one value, or takes it away where it is chosen already. A period takes another's place.
void toggle(std::vector<Filter>& filters, const Filter& chosen);

/// Adds a filter as written: taken away where the same stands there, else its values join those of its field.
void add(std::vector<Filter>& filters, const Filter& written);

}  // namespace mahdar
