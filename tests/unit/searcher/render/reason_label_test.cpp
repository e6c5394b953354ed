#include "searcher/render/reason_label.h"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace mahdar;

TEST_CASE("every rule a detector names has a label in both languages") {
  // Roles of words in analyzers/data/, of the same look.
  const std::set<std::string> roles{"common-era", "day-bound", "day-suffix", "hijri-era",
                                    "month-noun", "the-month", "this-month", "year-noun"};
  const std::regex name("\"([a-z]+(?:[-+][a-z]+)+)\"");
  int rules = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(MAHDAR_SOURCE_DIR) / "analyzers/about")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path());
    const std::string text(std::istreambuf_iterator<char>(file), {});
    for (std::sregex_iterator at(text.begin(), text.end(), name), end; at != end; ++at) {
      const std::string rule = (*at)[1];
      if (roles.contains(rule)) continue;
      ++rules;
      CHECK_MESSAGE(rule_label(rule, false) != rule, rule);
      CHECK_MESSAGE(rule_label(rule, true) != rule, rule);
    }
  }
  CHECK(rules > 30);
}
