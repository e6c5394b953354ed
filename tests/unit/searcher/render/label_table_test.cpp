#include "schema/label_table.h"

#include <stdexcept>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

using namespace mahdar;

TEST_CASE("every table of labels has both languages for every key, and a key once") {
  const auto searcher = embedded::mahdar_searcher();
  const auto analyzers = embedded::mahdar_analyzers();
  for (const auto& [files, file] :
       {std::pair(searcher, "reason_labels.tsv"), std::pair(searcher, "words.tsv"),
        std::pair(searcher, "relaxation_labels.tsv"), std::pair(analyzers, "rule_labels.tsv")}) {
    CAPTURE(file);
    const LabelTable table(files, file);
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
  CHECK(LabelTable(embedded::mahdar_searcher(), "words.tsv").find("no such key") == nullptr);
  CHECK_THROWS_AS(LabelTable(embedded::mahdar_searcher(), "none.tsv"), std::logic_error);
}
