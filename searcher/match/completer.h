#pragma once

#include <string_view>
#include <vector>

#include "searcher/match/index_session.h"
#include "searcher/match/searcher.h"

namespace mahdar {

/// Ways to go on with `text`: values of facets one of whose names begins with its last word or last two
/// words, then words of the index that begin with its last word. Most frequent first, `limit` in all, values
/// at most half of them where there are words.
std::vector<Completion> completions(std::string_view text, std::size_t limit, const IndexView& view);

}  // namespace mahdar
