#pragma once

#include <string_view>
#include <vector>

#include "searcher/query/query_builder.h"

namespace mahdar {

/// What word~ finds beside the word: words within its edits, each distance far below the one before, and
/// words in any form whose stem is one edit away (معتفل~: معتقلين). Of WordForm::kClosest only the closest of
/// these that there are: such as differ in weak letters alone, at the end (الأسرا: أسرى) or else anywhere,
/// else words one edit away, else all. Numbers are near nothing. Names the words in `target`. Throws
/// Xapian::Error.
std::vector<MatchQuery> near_spellings(const QueryNode& word, const Token& token, const QueryContext& context,
                                       MatchTarget& target);

/// Whether the index has words that differ from this one in weak letters alone. Throws Xapian::Error.
bool has_weak_spellings(std::string_view text, const QueryContext& context);

/// Whether words of the index begin with this, at least three letters of one word and no number. Throws
/// Xapian::Error.
bool begins_words(std::string_view text, const QueryContext& context);

}  // namespace mahdar
