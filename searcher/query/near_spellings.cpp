#include "searcher/query/near_spellings.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "schema/field.h"
#include "schema/name_key.h"
#include "searcher/query/query_caps.h"
#include "searcher/query/ranking.h"
#include "searcher/query/vocabulary.h"

namespace mahdar {
namespace {

constexpr std::size_t kShortestBeginning = 3;
constexpr std::size_t kFewestFirm = 2;   ///< letters; one says nothing
constexpr std::size_t kLookedAt = 2000;  ///< near spellings from which the closest are picked

struct Spellings {
  std::vector<VocabularyWord> words;
  std::vector<VocabularyWord> stems;

  bool empty() const { return words.empty() && stems.empty(); }
};

bool has_digit(const VocabularyWord& word) {
  return std::ranges::any_of(word.folded, [](char c) { return c >= '0' && c <= '9'; });
}

/// Written for one another: at the end of words (ى ا ة ه), and by the rules of hamza.
constexpr std::u32string_view kWeakLetters = U"ايىهءئ";
constexpr std::array<std::string_view, 5> kWeakEnds{"ا", "ي", "ه", "اء", ""};

bool is_weak(char32_t letter) {
  return kWeakLetters.find(letter) != kWeakLetters.npos;
}

std::u32string without_weak_letters(std::string_view word) {
  std::u32string letters = code_points(word);
  std::erase_if(letters, is_weak);
  return letters;
}

std::vector<VocabularyWord> alike(std::vector<VocabularyWord> words, std::string_view from) {
  const std::u32string firm = without_weak_letters(from);
  const bool told = firm.size() >= kFewestFirm;
  std::erase_if(
      words, [&](const VocabularyWord& word) { return !told || without_weak_letters(word.folded) != firm; });
  return words;
}

/// Stems of articles that the word has with its weak end written otherwise (الأسرا: أسرى).
std::vector<VocabularyWord> stems_of_other_ends(const Token& token, const QueryContext& context) {
  std::u32string letters = code_points(token.folded);
  const std::size_t typed = letters.size();
  while (!letters.empty() && is_weak(letters.back())) letters.pop_back();
  std::vector<VocabularyWord> stems;
  if (letters.size() == typed || letters.size() < kFewestFirm) return stems;
  std::string firm;
  for (const char32_t letter : letters) append_utf8(firm, letter);
  for (const std::string_view end : kWeakEnds) {
    const std::string stem = context.analyzer.stem(firm + std::string(end));
    const auto articles = context.database.get_termfreq(make_term(prefix::kStem, stem));
    if (articles > 0 && std::ranges::find(stems, stem, &VocabularyWord::folded) == stems.end())
      stems.push_back({stem, articles, 1});
  }
  return stems;
}

/// A number has none, nor is it a near spelling of a word.
Spellings all_near(const Token& token, const QueryContext& context, std::size_t limit) {
  if (token.kind == TokenKind::kNumber) return {};
  const Vocabulary vocabulary(context.database, context.words);
  const auto edits = edits_for_length(code_points(token.folded).size());
  Spellings near{vocabulary.near(token.folded, edits, limit), vocabulary.near_stems(token.stem, limit)};
  std::erase_if(near.words, has_digit);
  std::erase_if(near.stems, has_digit);
  return near;
}

/// Those that differ in weak letters alone: in the last ones if there are such.
Spellings weak_of(const Spellings& near, const Token& token, const QueryContext& context) {
  Spellings ends{{}, stems_of_other_ends(token, context)};
  if (!ends.empty()) return ends;
  return {alike(near.words, token.folded), alike(near.stems, token.stem)};
}

Spellings closest_of(Spellings near, const Token& token, const QueryContext& context) {
  Spellings weak = weak_of(near, token, context);
  if (!weak.empty()) return weak;
  const auto is_further = [](const VocabularyWord& word) { return word.edits > 1; };
  if (near.words.empty() || is_further(near.words.front())) return near;
  std::erase_if(near.words, is_further);
  near.stems.clear();
  return near;
}

}  // namespace

std::vector<MatchQuery> near_spellings(const QueryNode& word, const Token& token, const QueryContext& context,
                                       MatchTarget& target) {
  const bool closest = word.form == WordForm::kClosest;
  Spellings near = all_near(token, context, closest ? kLookedAt : query_caps::kExpansions);
  if (closest) near = closest_of(std::move(near), token, context);
  for (auto* words : {&near.words, &near.stems})
    if (words->size() > query_caps::kExpansions) words->resize(query_caps::kExpansions);
  const auto edits = edits_for_length(code_points(token.folded).size());
  std::vector<std::vector<MatchQuery>> by_distance(edits + 1);
  for (const auto& other : near.words) {
    target.near.push_back(other.folded);
    by_distance[other.edits].emplace_back(
        word.title ? make_term(prefix::kTitleStem, context.analyzer.stem(other.folded))
                   : make_term(prefix::kFolded, other.folded));
  }
  for (const auto& other : near.stems) {
    target.family.push_back(other.folded);
    by_distance.back().emplace_back(make_term(word.title ? prefix::kTitleStem : prefix::kStem, other.folded));
  }
  std::vector<MatchQuery> spellings;
  double weight = ranking::kNear;
  for (auto& words : by_distance) {
    if (words.empty()) continue;
    spellings.push_back(MatchQuery::scaled(MatchQuery(MatchQuery::Op::kSynonym, std::move(words)), weight));
    weight *= ranking::kFurther;
  }
  return spellings;
}

bool has_weak_spellings(std::string_view text, const QueryContext& context) {
  const TokenStream tokens = context.analyzer.analyze(text);
  if (tokens.size() != 1) return false;
  return !weak_of(all_near(tokens[0], context, kLookedAt), tokens[0], context).empty();
}

bool begins_words(std::string_view text, const QueryContext& context) {
  const TokenStream tokens = context.analyzer.analyze(text);
  if (tokens.size() != 1 || tokens[0].kind == TokenKind::kNumber) return false;
  const std::string beginning = context.analyzer.fold(text);
  if (code_points(beginning).size() < kShortestBeginning) return false;
  const Vocabulary vocabulary(context.database, context.words);
  return std::ranges::any_of(std::array{prefix::kFolded, prefix::kStem}, [&](std::string_view stream) {
    bool all_seen = true;
    return !vocabulary.beginning_with(stream, beginning, 1, all_seen).empty();
  });
}

}  // namespace mahdar
