#include "searcher/query/spoken_operators.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace mahdar {
namespace {

/// In longer queries, whole questions as a rule, وليس and ولا are words like any other.
constexpr std::size_t kShortQuery = 5;

bool is_spoken_or(const QueryNode& node) {
  return node.kind == NodeKind::kWord && node.form == WordForm::kPlain && !node.title &&
         mahdar::is_spoken_or(node.text);
}

bool is_operand(LexemeKind kind) {
  return kind == LexemeKind::kWord || kind == LexemeKind::kPhrase || kind == LexemeKind::kOpen ||
         kind == LexemeKind::kField || kind == LexemeKind::kNot;
}

/// Side by side with what is before and behind, not the value of a field.
bool stands_between(const std::vector<Lexeme>& list, std::size_t at) {
  if (at == 0 || at + 1 == list.size() || !is_operand(list[at + 1].kind)) return false;
  const LexemeKind before = list[at - 1].kind;
  return before == LexemeKind::kWord || before == LexemeKind::kPhrase || before == LexemeKind::kClose;
}

Diagnostic means_or(const Lexeme& word) {
  return {"spoken-operator",
          "'" + word.text + "' was read as a word; for either of the two write OR or أو between them",
          "قُرئت «" + word.text + "» كلمةً، ولإيراد أحد الطرفين اكتب بينهما أو (أو OR)", word.range.begin,
          word.range.end};
}

Diagnostic means_not(const Lexeme& word, const Lexeme& next) {
  const std::string without = next.kind == LexemeKind::kWord ? "-" + next.text : "-(…)";
  return {"spoken-operator",
          "'" + word.text + "' was read as a word; to exclude what follows write " + without + " or NOT",
          "قُرئت «" + word.text + "» كلمةً، ولاستبعاد ما بعدها اكتب " + without + " (أو NOT)", word.range.begin,
          word.range.end};
}

}  // namespace

bool is_spoken_or(std::string_view word) {
  return word == "أو" || word == "او";
}

void drop_inner_ors(std::vector<QueryNode>& parts) {
  for (std::size_t i = parts.size(); i-- > 2;)
    if (is_spoken_or(parts[i - 1])) parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i - 1));
}

void drop_loose_bars(std::vector<Lexeme>& lexemes, MatchMode mode) {
  for (std::size_t i = lexemes.size(); i-- > 0;) {
    const bool bar = lexemes[i].kind == LexemeKind::kEither && lexemes[i].text.empty();
    if (bar && (mode == MatchMode::kAny || !stands_between(lexemes, i)))
      lexemes.erase(lexemes.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

std::vector<Diagnostic> spoken_operators(const std::vector<Lexeme>& lexemes, MatchMode mode) {
  std::vector<Diagnostic> found;
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    const Lexeme& word = lexemes[i];
    if (word.kind != LexemeKind::kWord || word.form != WordForm::kPlain || !stands_between(lexemes, i))
      continue;
    const bool arabic_not = lexemes.size() <= kShortQuery && (word.text == "وليس" || word.text == "ولا");
    if (word.text == "or" && mode == MatchMode::kAll) found.push_back(means_or(word));
    if (word.text == "not" || arabic_not) found.push_back(means_not(word, lexemes[i + 1]));
  }
  return found;
}

}  // namespace mahdar
