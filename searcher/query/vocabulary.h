#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/query/folded_words.h"

namespace mahdar {

struct VocabularyWord {
  std::string folded;
  Xapian::doccount articles = 0;
  unsigned edits = 0;
};

/// The folded words an index holds. Looking through them is bounded work; the database, and `words` of the
/// same state of the index, must outlive this.
class Vocabulary {
 public:
  explicit Vocabulary(const Xapian::Database& database, const FoldedWords* words = nullptr)
      : database_(database), words_(words) {}

  /// How many articles hold the folded word.
  Xapian::doccount articles_with(std::string_view folded) const;

  /// The most frequent words with that beginning, by falling frequency; `all_seen` tells whether there were
  /// no more.
  std::vector<VocabularyWord> beginning_with(std::string_view term_prefix, std::string_view beginning,
                                             std::size_t limit, bool& all_seen) const;

  /// Words of the same script at most `edits` insertions, deletions, changes or swaps of neighbours
  /// away, the word itself left out; nearest first, then most frequent.
  std::vector<VocabularyWord> near(std::string_view folded, unsigned edits, std::size_t limit) const;

  /// Stems one edit away, of any word that has them; the most frequent first.
  std::vector<VocabularyWord> near_stems(std::string_view stem, std::size_t limit) const;

 private:
  const Xapian::Database& database_;
  const FoldedWords* words_;  ///< null: read for each look
};

/// Insertions, deletions, changes and swaps of neighbouring letters between two words (optimal string
/// alignment), or limit + 1 where there are more than `limit`.
unsigned edit_distance(std::u32string_view a, std::u32string_view b, unsigned limit);

/// The code points of a UTF-8 text.
std::u32string code_points(std::string_view utf8);

/// The edits a word of that many letters is allowed: one up to four letters, two beyond.
constexpr unsigned edits_for_length(std::size_t letters) {
  return letters <= 4 ? 1 : 2;
}

}  // namespace mahdar
