#include "searcher/query/vocabulary.h"

#include <algorithm>

#include "schema/field.h"
#include "schema/name_key.h"

namespace mahdar {
namespace {

/// Terms looked at for one beginning.
constexpr std::size_t kVisitedTerms = 200'000;
constexpr std::size_t kLongestWord = 40;

}  // namespace

std::u32string code_points(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) points.push_back(next_code_point(utf8, at));
  return points;
}

unsigned edit_distance(std::u32string_view a, std::u32string_view b, unsigned limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<unsigned> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<unsigned>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<unsigned>(i);
    unsigned best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit + 1);
}

Xapian::doccount Vocabulary::articles_with(std::string_view folded) const {
  return folded.empty() ? 0 : database_.get_termfreq(make_term(prefix::kFolded, folded));
}

std::vector<VocabularyWord> Vocabulary::beginning_with(std::string_view term_prefix,
                                                       std::string_view beginning, std::size_t limit,
                                                       bool& all_seen) const {
  const std::string start = make_term(term_prefix, beginning);
  std::vector<VocabularyWord> words;
  std::size_t visited = 0;
  const auto end = database_.allterms_end(start);
  auto term = database_.allterms_begin(start);
  for (; term != end && visited < kVisitedTerms; ++term, ++visited)
    words.push_back({word_of_term(term_prefix, *term), term.get_termfreq(), 0});
  all_seen = term == end && words.size() <= limit;
  std::ranges::sort(words, [](const auto& a, const auto& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.folded < b.folded;
  });
  if (words.size() > limit) words.resize(limit);
  return words;
}

std::vector<VocabularyWord> Vocabulary::near(std::string_view folded, unsigned edits,
                                             std::size_t limit) const {
  const std::u32string word = code_points(folded);
  std::vector<VocabularyWord> words;
  if (word.empty() || word.size() > kLongestWord) return words;
  const std::string own = make_term(prefix::kFolded, folded);
  const FoldedWords here;
  for (const std::string& term : (words_ != nullptr ? *words_ : here).maybe_near(own, edits, database_)) {
    if (term == own) continue;
    std::string text = word_of_term(prefix::kFolded, term);
    const unsigned distance = edit_distance(word, code_points(text), edits);
    if (distance <= edits) words.push_back({std::move(text), database_.get_termfreq(term), distance});
  }
  std::ranges::sort(words, [](const auto& a, const auto& b) {
    if (a.edits != b.edits) return a.edits < b.edits;
    return a.articles != b.articles ? a.articles > b.articles : a.folded < b.folded;
  });
  if (words.size() > limit) words.resize(limit);
  return words;
}

std::vector<VocabularyWord> Vocabulary::near_stems(std::string_view stem, std::size_t limit) const {
  constexpr std::size_t kLongestLetter = 4;
  const std::u32string word = code_points(stem);
  std::vector<VocabularyWord> words;
  const std::string start = make_term(prefix::kStem, {});
  std::size_t visited = 0;
  const auto end = database_.allterms_end(start);
  for (auto term = database_.allterms_begin(start); term != end && visited < kVisitedTerms;
       ++term, ++visited) {
    std::string text = word_of_term(prefix::kStem, *term);
    const auto [shorter, longer] = std::minmax({text.size(), stem.size()});
    if (longer - shorter > kLongestLetter || edit_distance(word, code_points(text), 1) != 1) continue;
    words.push_back({std::move(text), term.get_termfreq(), 1});
  }
  std::ranges::sort(words, [](const auto& a, const auto& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.folded < b.folded;
  });
  if (words.size() > limit) words.resize(limit);
  return words;
}

}  // namespace mahdar
