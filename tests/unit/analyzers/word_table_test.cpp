#include "analyzers/text/word_table.h"

#include <string>

#include <doctest/doctest.h>

using namespace mahdar;

TEST_CASE("a word table finds what was added, and nothing else") {
  WordTable table;
  for (int i = 0; i < 5000; ++i) table.add("w" + std::to_string(i), kKnown);
  CHECK(table.size() == 5000);
  for (int i = 0; i < 5000; ++i) {
    const WordEntry* entry = table.find("w" + std::to_string(i));
    REQUIRE(entry);
    CHECK(entry->is(kKnown));
  }
  CHECK(table.find("w5000") == nullptr);
  CHECK(table.find("") == nullptr);
}

TEST_CASE("flags add up, the first stem stays") {
  WordTable table;
  table.add("وفود", kKnown);
  table.add("وفود", kOwnStem, "وفد");
  table.add("وفود", kName, "آخر");
  const WordEntry* entry = table.find("وفود");
  REQUIRE(entry);
  CHECK(entry->is(kKnown));
  CHECK(entry->is(kName));
  CHECK(entry->stem == "وفد");
  CHECK(table.size() == 1);
}
