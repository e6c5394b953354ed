#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/match/index_session.h"
#include "searcher/query/match_query.h"

namespace mahdar {

/// The article's most telling stems, by how often it has them and how few others do, as one weighted query
/// that leaves out the article itself.
MatchQuery similar_query(Xapian::docid id, const IndexView& view);

}  // namespace mahdar
