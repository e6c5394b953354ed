#include "searcher/query/vocabulary.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "schema/field.h"

using namespace mahdar;

namespace {

/// An index in memory that holds words, each in one article more than the one before it.
Xapian::WritableDatabase index_of(const std::vector<std::string>& words) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (std::size_t i = 0; i < words.size(); ++i) {
    Xapian::Document document;
    for (std::size_t k = i; k < words.size(); ++k) {
      document.add_term(make_term(prefix::kFolded, words[k]));
      document.add_term(make_term(prefix::kStem, words[k]));
    }
    database.add_document(document);
  }
  return database;
}

std::vector<std::string> near(const Xapian::Database& database, std::string_view word, unsigned edits,
                              const FoldedWords* words) {
  std::vector<std::string> found;
  for (const VocabularyWord& other : Vocabulary(database, words).near(word, edits, 100))
    found.push_back(other.folded + ' ' + std::to_string(other.edits) + ' ' + std::to_string(other.articles));
  return found;
}

}  // namespace

TEST_CASE("words a few edits away") {
  const auto database =
      index_of({"2254", "astana", "استانه", "وستانا", "استانا", "چستانا", "استا", "astane", "لافرنتييف"});
  const FoldedWords kept;
  struct Case {
    std::string name;
    std::string word;
    unsigned edits;
    std::vector<std::string> found;
  };
  const Case cases[]{
      {"nearest first, then most frequent", "استانا", 1, {"چستانا 1 6", "وستانا 1 4", "استانه 1 3"}},
      {"a letter missing at the front", "ستانا", 1, {"چستانا 1 6", "استانا 1 5", "وستانا 1 4"}},
      {"two edits", "استانا", 2, {"چستانا 1 6", "وستانا 1 4", "استانه 1 3", "استا 2 7"}},
      {"Latin finds Latin", "astanaa", 1, {"astana 1 2"}},
      {"a letter beyond the byte a letter", "چستنا", 1, {"چستانا 1 6"}},
      {"nothing near", "زمهرير", 2, {}},
      {"nothing at all", "", 2, {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(near(database, c.word, c.edits, nullptr) == c.found);
    CHECK(near(database, c.word, c.edits, &kept) == c.found);
  }
}
