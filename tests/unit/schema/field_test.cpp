#include "schema/field.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace mahdar;

namespace {

constexpr std::size_t kXapianLimit = 245;

std::size_t stored_size(const std::string& term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

}  // namespace

TEST_CASE("a field answers to its English name and to its Arabic one with and without article") {
  for (const FieldRow& row : kFields) {
    CAPTURE(row.name);
    CHECK(field_named(row.name) == row.field);
    CHECK(field_named(row.name_ar) == row.field);
    CHECK(field_named("ال" + std::string(row.name_ar)) == row.field);
  }
  CHECK(field_named("Round") == Field::kRound);
  CHECK(field_named("COUNTRY") == Field::kCountry);
}

TEST_CASE("what is no field's name names no field") {
  for (const char* name : {"", "rounds", "round ", "جول", "http", "عنوا"}) {
    CAPTURE(name);
    CHECK_FALSE(field_named(name));
  }
}

TEST_CASE("terms follow Xapian's convention for prefixes") {
  struct Row {
    const char* name;
    std::string_view prefix;
    std::string_view word;
    std::string_view term;
  };
  const Row rows[] = {
      {"Latin word", "", "syria", "syria"},
      {"a byte a letter", "Z", "سور", "Z\xB3\xC8\xB1"},
      {"ids are spelled as they are", "XSRC", "سانا", "XSRCسانا"},
      {"small letter needs no colon", "XGUAR", "russia", "XGUARrussia"},
      {"digit needs no colon", "XROUND", "7", "XROUND7"},
      {"capital after a long prefix", "XSRC", "SANA", "XSRC:SANA"},
      {"colon after a long prefix", "XSRC", ":x", "XSRC::x"},
      {"capital after one letter", "N", "RU", "NRU"},
      {"no word at all", "XROUND", "", "XROUND"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(make_term(row.prefix, row.word) == row.term);
    CHECK(word_of_term(row.prefix, row.term) == row.word);
  }
}

TEST_CASE("a word at the limit stays whole, one byte more is cut on a character boundary") {
  const std::string fits(kXapianLimit - 1, 'a');
  CHECK(make_term("Q", fits) == "Q" + fits);
  CHECK(make_term("Q", fits + "a").size() == 1 + 200 + 32);

  std::string arabic = "a";  // shifts the letters so that byte 200 falls inside one
  for (int i = 0; i < 130; ++i) arabic += "ب";
  CHECK(make_term("Q", arabic).size() == 1 + 199 + 32);
  CHECK(make_term("Q", arabic).substr(1, 199) == arabic.substr(0, 199));
}

TEST_CASE("a NUL byte counts double") {
  const std::string nuls(122, '\0');
  CHECK(make_term("Q", nuls) == "Q" + nuls);
  CHECK(make_term("Q", nuls + '\0') != "Q" + nuls + '\0');
  CHECK(stored_size(make_term("Q", nuls + '\0')) <= kXapianLimit);
}

TEST_CASE("no term is too long for Xapian, and different words give different terms") {
  CHECK(
      rc::check("any bytes, twice", [](const std::string& head, const std::string& a, const std::string& b) {
        std::string base;
        while (base.size() < 300) base += head + "س";
        const std::string one = make_term("XPER", base + a);
        const std::string two = make_term("XPER", base + b);
        RC_ASSERT(stored_size(one) <= kXapianLimit);
        RC_ASSERT(one.starts_with("XPER"));
        RC_ASSERT((one == two) == (a == b));
      }));
}
