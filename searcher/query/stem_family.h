#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/query/match_query.h"

namespace mahdar {

/// The other stems of the index with the same skeleton (analyzers/text/skeleton.h), at most
/// query_caps::kFamily. Throws Xapian::Error.
std::vector<std::string> family_of(const Xapian::Database& database, std::string_view stem);

/// Articles with a stem or any of its family, as one term: their frequencies are added up before they are
/// weighed. Throws Xapian::Error.
MatchQuery family_query(std::string_view stem, const std::vector<std::string>& family);

}  // namespace mahdar
