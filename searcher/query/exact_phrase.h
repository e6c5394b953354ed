#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/query/query_builder.h"

namespace mahdar {

/// Whether the words stand side by side in the text with exactly these letters, or, of one word, whether it
/// occurs.
bool holds_exactly(const TokenStream& tokens, const std::vector<std::string>& exact_words);

/// Of the articles `candidates` matches, those whose text (or title) holds the words exactly, found by
/// reading the stored text again: the index keeps no positions of exact words. A query without weight over a
/// fixed set, usable anywhere in another. Throws DeadlineExceeded.
Xapian::Query verified(const Xapian::Query& candidates, const std::vector<std::string>& exact_words,
                       bool title, const QueryContext& context);

}  // namespace mahdar
