#include "searcher/query/vocabulary.h"

#include <algorithm>
#include <bit>

#include "schema/field.h"
#include "searcher/query/name_key.h"

namespace mahdar {
namespace {

/// Terms looked at for one word: what a large archive holds under its most common first letter.
constexpr std::size_t kVisitedTerms = 200'000;
constexpr std::size_t kLongestWord = 40;

/// One bit a letter: two words a few edits apart differ in at most two bits an edit.
std::uint64_t letter_set(std::u32string_view word) {
  std::uint64_t set = 0;
  for (const char32_t c : word) set |= std::uint64_t{1} << (c % 64);
  return set;
}

bool may_be_near(std::u32string_view a, std::uint64_t a_set, std::u32string_view b, unsigned edits) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  return difference <= edits && std::popcount(a_set ^ letter_set(b)) <= static_cast<int>(2 * edits);
}

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
  const std::string start = std::string(term_prefix) + std::string(beginning);
  std::vector<VocabularyWord> words;
  std::size_t visited = 0;
  const auto end = database_.allterms_end(start);
  auto term = database_.allterms_begin(start);
  for (; term != end && visited < kVisitedTerms; ++term, ++visited)
    words.push_back({(*term).substr(term_prefix.size()), term.get_termfreq(), 0});
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
  const std::uint64_t letters = letter_set(word);
  std::string start;
  append_utf8(start, word.front());
  std::size_t visited = 0;
  const auto end = database_.allterms_end(start);
  for (auto term = database_.allterms_begin(start); term != end && visited < kVisitedTerms;
       ++term, ++visited) {
    const std::string text = *term;
    const std::size_t shortest = folded.size() > 8 ? folded.size() - 8 : 0;
    if (text.size() < shortest || text.size() > folded.size() + 8 || text == folded) continue;
    const std::u32string other = code_points(text);
    if (!may_be_near(word, letters, other, edits)) continue;
    const unsigned distance = edit_distance(word, other, edits);
    if (distance <= edits) words.push_back({text, term.get_termfreq(), distance});
  }
  std::ranges::sort(words, [](const auto& a, const auto& b) {
    if (a.edits != b.edits) return a.edits < b.edits;
    return a.articles != b.articles ? a.articles > b.articles : a.folded < b.folded;
  });
  if (words.size() > limit) words.resize(limit);
  return words;
}

}  // namespace mahdar
