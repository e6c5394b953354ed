#include "searcher/query/word_query.h"

#include <set>
#include <string>

#include <doctest/doctest.h>

#include "sample_archive.h"
#include "searcher/match/searcher.h"

using namespace mahdar;
using namespace mahdar::test;

TEST_CASE("the mark of words typed in one is of the last of them") {
  const auto article = [](const std::string& id, const std::string& body) {
    return Sample{id, "خبر", body, {}, {}, "none", {}, "", ""};
  };
  const TestIndex index({article("apart", "وصل عبد الرحمن أمس"), article("glued", "وصل عبدالرحيم أمس"),
                         article("other", "وصل عبد الكريم أمس"), article("alone", "بسم الرحمن وحده")});
  Searcher searcher(index.root());
  struct Case {
    std::string name;
    std::string query;
    std::set<std::string> found;
  };
  const Case cases[]{
      {"beginning of the second word", "عبدالرحم*", {"apart"}},
      {"beginning that two names share", "عبدالرح*", {"apart", "glued"}},
      {"near spelling of the second word", "عبدالرحمان~", {"apart", "glued"}},
      {"no such beginning", "عبدالقا*", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(ids(searcher.search(asking(c.query))) == c.found);
  }
}
