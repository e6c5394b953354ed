#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/query/query_builder.h"

namespace mahdar {

/// The form of words that must be the same: Token::exact or Token::folded.
using SameForm = std::string_view Token::*;

/// Whether the words stand side by side in the text in that form, or, of one word, whether it occurs.
bool holds_words(const TokenStream& tokens, const std::vector<std::string>& words, SameForm form);

/// Of the articles `candidates` matches, those whose text (or title) holds the words side by side in that
/// form, found by reading the stored text again: the index keeps no positions of either. A query without
/// weight over a fixed set, usable anywhere in another. Throws DeadlineExceeded; what was read until then is
/// kept where the context keeps any, so that searching again comes to an end.
MatchQuery verified(const MatchQuery& candidates, const std::vector<std::string>& words, SameForm form,
                    bool title, const QueryContext& context);

}  // namespace mahdar
