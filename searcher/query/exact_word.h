#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

#include "searcher/query/query_builder.h"

namespace mahdar {

/// A term that every article with this spelling has: of a word that folding leaves as it is, the folded word,
/// which other spellings share.
std::string exact_term(std::string_view exact, std::string_view folded);

/// The articles that hold a word in just this spelling. Throws Xapian::Error.
MatchQuery exact_word(std::string_view exact, std::string_view folded, const QueryContext& context);

}  // namespace mahdar
