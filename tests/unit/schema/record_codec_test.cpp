#include "schema/record_codec.h"

#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "schema/damaged_index.h"

using namespace mahdar;

TEST_CASE("what is compressed comes back") {
  CHECK(decompress_record(compress_record("")).empty());
  CHECK(rc::check("any bytes come back", [](const std::string& bytes) {
    RC_ASSERT(decompress_record(compress_record(bytes)) == bytes);
  }));
  const std::string large(3'000'000, 'x');
  CHECK(decompress_record(compress_record(large)) == large);
}

TEST_CASE("a short news text shrinks to less than half, as it would not on its own") {
  const std::string text =
      "أعلن وزير الخارجية اليوم أن الوفد سيصل إلى العاصمة يوم الاثنين للمشاركة في الاجتماع، وقال إن بلاده "
      "تدعم وقف إطلاق النار وعودة اللاجئين.";
  CHECK(2 * compress_record(text).size() < text.size());
}

TEST_CASE("bytes that are no record are refused") {
  const std::string sound = compress_record("محضر الاجتماع");
  for (std::size_t length = 0; length < sound.size(); ++length)
    CHECK_THROWS_AS(decompress_record(sound.substr(0, length)), DamagedIndex);
  CHECK_THROWS_AS(decompress_record("no record at all"), DamagedIndex);
}
