#include "analyzers/text/visual_order.h"

#include <string>

#include <doctest/doctest.h>

using namespace mahdar;

TEST_CASE("lines in visual order") {
  struct Case {
    std::string name;
    std::string line;
    bool right_to_left;
    std::string shown;
  };
  const Case cases[]{
      {"nothing", "", true, ""},
      {"Latin", "abc", false, "abc"},
      {"a word in its shapes", "وفد", true, "\uFEAA\uFED3\uFEED"},
      {"a number stays readable", "وفد 21", true, "21 \uFEAA\uFED3\uFEED"},
      {"a word between Latin ones", "a وفد b", false, "a \uFEAA\uFED3\uFEED b"},
      {"brackets are mirrored", "(وفد)", true, "(\uFEAA\uFED3\uFEED)"},
      {"lam and alef are one", "لا", true, "\uFEFB"},
      {"marks stay behind their letter", "وَ", true, "\uFEED\u064E"},
      {"all marks stay marks", "\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652", true,
       "\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(visual_order(c.line, c.right_to_left) == c.shown);
  }
}

TEST_CASE("shaped text stays as it is") {
  for (const std::string line : {"قال الوفد إن السلام قريب", "Astana 21", "مُعْتَقَل"}) {
    const std::string once = shaped(line);
    CHECK(shaped(once) == once);
  }
}
