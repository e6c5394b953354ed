#include "searcher/render/label_table.h"

#include <stdexcept>
#include <string_view>

#include <doctest/doctest.h>

using namespace mahdar;

TEST_CASE("every table of labels has both languages for every key, and a key once") {
  for (const char* file : {"reason_labels.tsv", "relaxation_labels.tsv", "words.tsv"}) {
    CAPTURE(file);
    const LabelTable table(file);
    CHECK(table.keys().size() > 10);
    for (std::size_t i = 0; i < table.keys().size(); ++i) {
      const std::string_view key = table.keys()[i];
      CAPTURE(key);
      const Label* label = table.find(key);
      REQUIRE(label);
      CHECK(!label->arabic.empty());
      CHECK(!label->english.empty());
      for (std::size_t other = 0; other < i; ++other) CHECK(table.keys()[other] != key);
    }
  }
  CHECK(LabelTable("words.tsv").find("no such key") == nullptr);
  CHECK_THROWS_AS(LabelTable("none.tsv"), std::logic_error);
}
