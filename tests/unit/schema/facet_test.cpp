#include "schema/facet.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "schema/field.h"

using namespace mahdar;

namespace {

std::vector<FacetOrdinal> unpacked(std::string_view packed) {
  std::vector<FacetOrdinal> ordinals;
  unpack_facets(packed, [&](FacetOrdinal ordinal) { ordinals.push_back(ordinal); });
  return ordinals;
}

}  // namespace

TEST_CASE("a facet is found by the name it is shown under, in both languages") {
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    const auto facet = static_cast<Facet>(i);
    CAPTURE(facet_name(facet));
    CHECK(facet_named(facet_name(facet)) == facet);
    CHECK(facet_named(facet_label_ar(facet)) == facet);
  }
  CHECK(facet_named("ضامن") == Facet::kGuarantor);
  CHECK_FALSE(facet_named("title"));
  CHECK_FALSE(facet_named(""));
}

TEST_CASE("every field marked as a facet is one, under the same names") {
  for (const FieldRow& row : kFields) {
    CAPTURE(row.name);
    const auto facet = facet_named(row.name);
    CHECK(facet.has_value() == row.facet);
    if (facet) CHECK(facet_label_ar(*facet) == row.label_ar);
  }
}

TEST_CASE("packed ordinals come back ascending and once each") {
  CHECK(pack_facets({}).empty());
  CHECK(unpacked(pack_facets({5, 1, 5, 300})) == std::vector<FacetOrdinal>{1, 5, 300});
  CHECK(pack_facets({0, 1, 2, 127}).size() == 4);
  CHECK(rc::check("pack, unpack", [](std::vector<FacetOrdinal> ordinals) {
    ordinals.push_back(std::numeric_limits<FacetOrdinal>::max());
    const std::string packed = pack_facets(ordinals);
    std::sort(ordinals.begin(), ordinals.end());
    ordinals.erase(std::unique(ordinals.begin(), ordinals.end()), ordinals.end());
    RC_ASSERT(unpacked(packed) == ordinals);
  }));
}

TEST_CASE("unpacking any bytes ends and reads nothing beyond them") {
  CHECK(rc::check("any bytes",
                  [](const std::string& bytes) { RC_ASSERT(unpacked(bytes).size() <= bytes.size()); }));
  CHECK(unpacked("\x80\x80\x80\x80\x80\x80\x01").empty());
  CHECK(unpacked(std::string("\x01\x80", 2)) == std::vector<FacetOrdinal>{1});
}

TEST_CASE("a dictionary keeps its ordinals: adding appends, adding again changes nothing") {
  FacetDictionary dictionary;
  CHECK(dictionary.add(Facet::kRound, "7") == 0);
  CHECK(dictionary.add(Facet::kMonth, "7") == 1);
  CHECK(dictionary.add(Facet::kRound, "7") == 0);
  CHECK(dictionary.size() == 2);
  CHECK(dictionary.find(Facet::kMonth, "7") == 1U);
  CHECK_FALSE(dictionary.find(Facet::kTopic, "7"));
  CHECK(dictionary.facet(1) == Facet::kMonth);
  CHECK(dictionary.value(1) == "7");
}

TEST_CASE("a dictionary survives being stored") {
  CHECK(rc::check("serialize, parse", [](const std::vector<std::pair<unsigned, std::string>>& values) {
    FacetDictionary dictionary;
    for (const auto& [facet, value] : values) dictionary.add(static_cast<Facet>(facet % kFacetCount), value);
    const FacetDictionary parsed = FacetDictionary::parse(dictionary.serialize());
    RC_ASSERT(parsed.size() == dictionary.size());
    for (FacetOrdinal i = 0; i < parsed.size(); ++i) {
      RC_ASSERT(parsed.facet(i) == dictionary.facet(i));
      RC_ASSERT(parsed.value(i) == dictionary.value(i));
      RC_ASSERT(parsed.find(parsed.facet(i), parsed.value(i)) == i);
    }
  }));
}

TEST_CASE("a damaged dictionary is told from a sound one") {
  FacetDictionary dictionary;
  dictionary.add(Facet::kCountry, "RU");
  dictionary.add(Facet::kSource, "إيلاف");
  const std::string sound = dictionary.serialize();
  for (std::size_t i = 0; i < sound.size(); ++i) {
    CAPTURE(i);
    CHECK_THROWS_AS(FacetDictionary::parse(sound.substr(0, i)), std::runtime_error);
    std::string flipped = sound;
    flipped[i] = static_cast<char>(flipped[i] ^ 0x11);
    CHECK_THROWS_AS(FacetDictionary::parse(flipped), std::runtime_error);
  }
  CHECK_THROWS_AS(FacetDictionary::parse(sound + "x"), std::runtime_error);
}
