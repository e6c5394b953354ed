#include "analyzers/about/ordinals.h"

#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>

namespace mahdar {
namespace {

const NumberPhrase* find(std::string_view words, NumberKind kind) {
  static const std::vector<NumberPhrase> kPhrases = arabic_number_phrases();
  const auto at = std::find_if(kPhrases.begin(), kPhrases.end(),
                               [&](const NumberPhrase& p) { return p.words == words && p.kind == kind; });
  return at == kPhrases.end() ? nullptr : &*at;
}

TEST_CASE("ordinals in both genders, definite or not, in all cases") {
  struct Row {
    const char* words;
    int value;
    Gender gender;
    bool definite;
  };
  const std::vector<Row> rows = {
      {"أول", 1, Gender::kMasculine, false},
      {"الأولى", 1, Gender::kFeminine, true},
      {"ثان", 2, Gender::kMasculine, false},
      {"ثانية", 2, Gender::kFeminine, false},
      {"السابع", 7, Gender::kMasculine, true},
      {"العاشرة", 10, Gender::kFeminine, true},
      {"الحادي عشر", 11, Gender::kMasculine, true},
      {"الحادية عشرة", 11, Gender::kFeminine, true},
      {"ثانية عشرة", 12, Gender::kFeminine, false},
      {"السادسة عشر", 16, Gender::kFeminine, true},
      {"الحادي والعشرون", 21, Gender::kMasculine, true},
      {"الثانية والعشرين", 22, Gender::kFeminine, true},
      {"ثانية وعشرون", 22, Gender::kFeminine, false},
      {"التاسعة والثلاثين", 39, Gender::kFeminine, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    const NumberPhrase* phrase = find(row.words, NumberKind::kOrdinal);
    REQUIRE(phrase != nullptr);
    CHECK(phrase->value == row.value);
    CHECK(phrase->gender == row.gender);
    CHECK(phrase->definite == row.definite);
  }
}

TEST_CASE("cardinals as they stand before what they count") {
  const std::map<std::string, int> rows = {
      {"ثلاث", 3},       {"ثماني", 8},    {"تسعة", 9},        {"اثنتي عشرة", 12},  {"ثلاثة عشر", 13},
      {"أربعة عشر", 14}, {"أحد عشر", 11}, {"ثماني عشرة", 18}, {"واحد وعشرين", 21}, {"اثنين وعشرين", 22}};
  for (const auto& [words, value] : rows) {
    CAPTURE(words);
    const NumberPhrase* phrase = find(words, NumberKind::kCardinal);
    REQUIRE(phrase != nullptr);
    CHECK(phrase->value == value);
  }
  REQUIRE(find("العشرون", NumberKind::kEither) != nullptr);
  CHECK(find("عشرين", NumberKind::kEither)->value == 20);
}

TEST_CASE("every number to 40 has an ordinal or a word that serves as one") {
  std::set<int> feminine, masculine;
  for (const NumberPhrase& phrase : arabic_number_phrases()) {
    if (phrase.kind == NumberKind::kCardinal) continue;
    if (phrase.gender != Gender::kMasculine) feminine.insert(phrase.value);
    if (phrase.gender != Gender::kFeminine) masculine.insert(phrase.value);
  }
  for (int n = 1; n <= 40; ++n) {
    CAPTURE(n);
    CHECK(feminine.contains(n));
    CHECK(masculine.contains(n));
  }
}

}  // namespace
}  // namespace mahdar
