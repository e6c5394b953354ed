#include "analyzers/text/skeleton.h"

#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using mahdar::skeleton;

TEST_CASE("stems of one root share a skeleton") {
  const struct {
    const char* phenomenon;
    const char* stem;
    const char* skeleton;
  } cases[] = {
      {"a broken plural with a long vowel", "وفود", "وفد"},
      {"its singular", "وفد", "وفد"},
      {"a broken plural with an alef before it", "الغام", "لغم"},
      {"a participle", "مكتوب", "كتب"},
      {"a noun of place", "مكتب", "كتب"},
      {"a tenth form", "استخدام", "خدم"},
      {"a hamza inside goes", "مسؤول", "سل"},
      {"the first letter stays, weak as it is", "وصول", "وصل"},
      {"three letters are kept before a beginning is taken", "مدن", "مدن"},
      {"one letter would be left: the stem itself", "واي", "واي"},
      {"Latin words", "Astana", "Astana"},
      {"numbers", "2254", "2254"},
      {"Arabic and Latin mixed", "اf", "اf"},
      {"nothing", "", ""},
  };
  for (const auto& [phenomenon, stem, bones] : cases) {
    CAPTURE(phenomenon);
    CHECK(skeleton(stem) == bones);
  }
}

TEST_CASE("any bytes have a skeleton no longer than themselves") {
  CHECK(rc::check([](const std::string& bytes) {
    RC_ASSERT(skeleton(bytes).size() <= bytes.size());
    RC_ASSERT(skeleton(bytes).empty() == bytes.empty());
  }));
}
