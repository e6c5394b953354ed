#pragma once

#include <vector>

#include "searcher/query/query_builder.h"

namespace mahdar {

/// The rounds that plain words side by side name and that articles are about.
std::vector<RoundName> rounds_named(const TokenStream& tokens, const std::vector<EntityMatch>& entities,
                                    const QueryContext& context);

/// Words that name a round: articles with them as `mode` wants, and before these all that are about the
/// round, in whatever words. Says in `diagnostics` how `range` of the query text was read.
MatchQuery round_query(int number, ByteRange range, MatchMode mode, std::vector<MatchQuery> words,
                       std::vector<Diagnostic>& diagnostics);

}  // namespace mahdar
