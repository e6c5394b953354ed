#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/article.h"
#include "schema/field.h"
#include "searcher/match/result_page.h"
#include "searcher/query/parsed_query.h"

namespace mahdar {

/// kEither: "أو" or "|" where they may bind the operands beside them.
enum class LexemeKind : std::uint8_t { kWord, kPhrase, kOpen, kClose, kAnd, kOr, kNot, kField, kEither };

struct Lexeme {
  LexemeKind kind = LexemeKind::kWord;
  std::string text;  ///< words and phrases: without operators and bidi marks; "أو"; of "|" none
  WordForm form = WordForm::kPlain;  ///< words and phrases
  Field field = Field::kTitle;       ///< fields
  ByteRange range;                   ///< in the query text
};

struct Lexemes {
  std::vector<Lexeme> list;
  std::vector<Diagnostic> diagnostics;
};

/// A query's text cut into words, phrases, operators and field names. Total: any bytes give lexemes. What
/// follows a field's colon is one word up to a space, commas and dots included. At most
/// query_caps::kTextBytes are read.
Lexemes lex_query(std::string_view text);

/// The plain words of a text, whatever in it looks like syntax.
std::vector<std::string> literal_words(std::string_view text);

}  // namespace mahdar
