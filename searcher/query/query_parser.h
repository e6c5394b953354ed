#pragma once

#include <string_view>

#include "schema/taxonomy.h"
#include "searcher/query/parsed_query.h"

namespace mahdar {

/// Reads a query. Total: whatever is no syntax is read as literal words, and a diagnostic says so. The
/// grammar:
///
///   or       = and { ("OR" | "||") and }
///   and      = sequence { ("AND" | "&&") sequence }
///   sequence = unary { unary }
///   unary    = { "-" | "NOT" } either
///   either   = primary { ("أو" | "|") { "-" | "NOT" } primary }
///   primary  = "(" or ")" | field ":" primary | word | phrase
///
/// word: plain, =word, word*, word~; phrase: "…" or ="…", any quotation marks. "أو" without an operand on
/// either side is a word; where `mode` lets any word suffice it always is. The caps of query_caps.h hold:
/// what lies beyond is left out and reported.
ParsedQuery parse_query(std::string_view text, const Taxonomy& taxonomy, MatchMode mode = MatchMode::kAll);

}  // namespace mahdar
