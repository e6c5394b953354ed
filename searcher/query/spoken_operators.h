#pragma once

#include <string_view>
#include <vector>

#include "searcher/query/parsed_query.h"
#include "searcher/query/query_lexer.h"
#include "searcher/query/search_request.h"

namespace mahdar {

/// Whether a bare word is "أو", also without its hamza: between two operands it means OR.
bool is_spoken_or(std::string_view word);

/// Leaves out the bare "أو" between parts side by side, which bound nothing there: in canonical notation it
/// would read as OR.
void drop_inner_ors(std::vector<QueryNode>& parts);

/// Leaves out each "|" that does not stand between two operands, or any where they are alternatives anyway.
void drop_loose_bars(std::vector<Lexeme>& lexemes, MatchMode mode);

/// Tells of words that people mean as operators and that are words here (or, not, وليس, ولا), and what to
/// write instead.
std::vector<Diagnostic> spoken_operators(const std::vector<Lexeme>& lexemes, MatchMode mode);

}  // namespace mahdar
