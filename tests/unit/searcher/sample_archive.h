#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "searcher/match/result_page.h"
#include "searcher/query/search_request.h"
#include "test_index.h"

namespace mahdar::test {

/// Five articles of the talks and beside them: rounds, guarantors, one without anything known.
std::vector<Sample> sample_archive();

/// A search for that text, without relaxation.
SearchRequest asking(std::string text);

using Ids = std::set<std::string>;

/// The ids of the hits.
Ids ids(const ResultPage& page);

/// The same in the order of the hits.
std::vector<std::string> ordered(const ResultPage& page);

/// A facet's counts by value.
std::map<std::string, std::uint64_t> counts(const ResultPage& page, Facet facet);

}  // namespace mahdar::test
