#include "searcher/render/input_error_text.h"

#include <doctest/doctest.h>

#include "searcher/http/web_search.h"

using namespace mahdar;

TEST_CASE("what is wrong with an address is said in Arabic, advice and all") {
  const Parameters wrong{
      {"round", "abc"},        {"round", "9-7"},       {"limit", "101"},       {"limit", "-1"},
      {"offset", "x"},         {"sort", "best"},       {"match", "no"},        {"lang", "fr"},
      {"explain", "x"},        {"facets", "shoe"},     {"not", "round"},       {"from", "someday"},
      {"country", "Atlantis"}, {"topic", "zzzzzz"},    {"framing", "zzzz"},    {"person", "zzzz"},
      {"guarantor", "zzzz"},   {"topic", "detianees"}, {"date", "2018..2017"}, {"rounds", "7"}};
  for (const auto& pair : wrong) {
    CAPTURE(pair.first);
    CAPTURE(pair.second);
    const auto search = read_web_search({pair}, Taxonomy::bundled(), true, 100);
    REQUIRE(!search);
    CHECK(!in_arabic(search.error().message).empty());
    if (pair.first != "rounds") CHECK(!in_arabic(search.error().remedy).empty());
  }
  CHECK(!in_arabic(
             read_web_search(Parameters(65, {"round", "7"}), Taxonomy::bundled(), true, 100).error().message)
             .empty());
}

TEST_CASE("an error names what it is about") {
  const InputError error{"", 0, "'7-x' is no value of round", "use one of: a, b"};
  CHECK(error_text(error, false) == "«7-x» ليست من قيم الجولة (اكتب واحدة من: a, b)");
  CHECK(error_text(error, true) == "'7-x' is no value of round (use one of: a, b)");
  CHECK(error_text({"", 0, "'it's' is no value of round", ""}, false) == "«it's» ليست من قيم الجولة");
  CHECK(in_arabic("did you mean a (b)? use one of: c") == "هل تقصد a (b)؟ اكتب واحدة من: c");
  CHECK(in_arabic("nobody said this").empty());
  CHECK(error_text({"", 0, "nobody said this", ""}, false) == "nobody said this");
}
