#include "schema/taxonomy_record.h"

#include <doctest/doctest.h>

#include "schema/damaged_index.h"
#include "schema/record_codec.h"

using namespace mahdar;

TEST_CASE("a taxonomy kept in an index comes back, at less than a third of its size") {
  const auto& texts = Taxonomy::bundled().source_texts();
  const std::string record = encode_taxonomy(texts);
  const auto again = decode_taxonomy(record);
  REQUIRE(again.size() == texts.size());
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CHECK(again[i].path == texts[i].path);
    CHECK(again[i].content == texts[i].content);
    bytes += texts[i].content.size();
  }
  CHECK(3 * record.size() < bytes);
  CHECK(Taxonomy::parse(again)->hash() == Taxonomy::bundled().hash());
}

TEST_CASE("an index without a taxonomy has none, a damaged one says so") {
  CHECK(decode_taxonomy("").empty());
  CHECK_THROWS_AS(decode_taxonomy("no record at all"), DamagedIndex);
  for (const char* wrong : {"[", "[1]", "[[\"path\"]]", "[[1, 2]]", "{\"a\": 1}"})
    CHECK_THROWS_AS(decode_taxonomy(compress_record(wrong)), DamagedIndex);
}
