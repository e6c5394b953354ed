#include "searcher/query/exact_word.h"

#include <vector>

#include "schema/field.h"
#include "schema/name_key.h"
#include "schema/word_code.h"

namespace mahdar {
namespace {

using Query = MatchQuery;
using Op = Query::Op;

constexpr char32_t kFirstArabic = 0x0621;
constexpr char32_t kLastArabic = 0x06D3;

bool is_arabic(std::string_view letter) {
  std::size_t end = 0;
  const char32_t c = next_code_point(letter, end);
  return c >= kFirstArabic && c <= kLastArabic;
}

std::string_view first_letter(std::string_view word) {
  std::size_t end = 0;
  next_code_point(word, end);
  return word.substr(0, end);
}

/// Beginnings of the terms of spellings that may fold to a word: by its first letter in Arabic; elsewhere,
/// where capitals and diacritics are many and words few, all terms.
std::vector<std::string> beginnings(std::string_view folded, const Analyzer& analyzer) {
  const std::string wanted(first_letter(folded));
  if (!is_arabic(wanted)) return {std::string(prefix::kExact)};
  std::vector<std::string> terms{make_term(prefix::kExact, wanted)};
  for (char32_t c = kFirstArabic; c <= kLastArabic; ++c) {
    std::string letter;
    append_utf8(letter, c);
    if (letter != wanted && analyzer.fold(letter) == wanted)
      terms.push_back(make_term(prefix::kExact, letter));
  }
  return terms;
}

/// Terms of the other spellings that fold to this word.
std::vector<Query> other_spellings(std::string_view folded, const QueryContext& context) {
  std::vector<Query> terms;
  for (const std::string& start : beginnings(folded, context.analyzer)) {
    const auto end = context.database.allterms_end(start);
    for (auto at = context.database.allterms_begin(start); at != end; ++at) {
      const std::string term = *at;
      if (start == prefix::kExact && begins_in_arabic(std::string_view(term).substr(start.size()))) break;
      const std::string spelling = word_of_term(prefix::kExact, term);
      if (spelling != folded && context.analyzer.fold(spelling) == folded) terms.emplace_back(term);
    }
  }
  return terms;
}

}  // namespace

std::string exact_term(std::string_view exact, std::string_view folded) {
  return exact == folded ? make_term(prefix::kFolded, folded) : make_term(prefix::kExact, exact);
}

Query exact_word(std::string_view exact, std::string_view folded, const QueryContext& context) {
  const Query word(exact_term(exact, folded));
  if (exact != folded) return word;
  auto others = other_spellings(folded, context);
  if (others.empty()) return word;
  const Query alone(Op::kAndNot, {word, Query(Op::kOr, std::move(others))});
  return {Op::kFilter, {word, Query(Op::kOr, {alone, Query(make_term(prefix::kExact, exact))})}};
}

}  // namespace mahdar
