#include "schema/index_stamp.h"

#include <stdexcept>

#include <doctest/doctest.h>

using mahdar::IndexStamp;

TEST_CASE("a stamp survives being stored") {
  const IndexStamp stamp{3, "arabic-1:abc", "0123", "xapian 1.4.22, icu 72.1"};
  const IndexStamp parsed = IndexStamp::parse(stamp.serialize());
  CHECK(parsed.schema == 3);
  CHECK(parsed.analyzer == stamp.analyzer);
  CHECK(parsed.taxonomy == stamp.taxonomy);
  CHECK(parsed.libraries == stamp.libraries);
}

TEST_CASE("two stamps differ by schema, analyzer and taxonomy, never by libraries") {
  const IndexStamp stamp{1, "a", "t", "xapian 1.4.22"};
  CHECK(stamp.difference(stamp).empty());
  CHECK(stamp.difference({1, "a", "t", "xapian 1.4.29"}).empty());
  CHECK(stamp.difference({2, "a", "t", ""}) == "schema 1 against 2");
  CHECK(stamp.difference({1, "b", "t", ""}) == "analyzer a against b");
  CHECK(stamp.difference({2, "a", "u", ""}) == "schema 1 against 2; taxonomy t against u");
}

TEST_CASE("a damaged stamp is refused") {
  for (const char* bytes :
       {"", "{}", "[]", "nonsense", R"({"schema":"1","analyzer":"","taxonomy":"","libraries":""})"}) {
    CAPTURE(bytes);
    CHECK_THROWS_AS(IndexStamp::parse(bytes), std::runtime_error);
  }
}
