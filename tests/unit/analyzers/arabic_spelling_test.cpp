#include "analyzers/text/arabic_spelling.h"

#include <fstream>
#include <sstream>
#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/unit/analyzers/random_text.h"

using namespace mahdar;

TEST_CASE("Arabic words that spell a name in Latin letters, and such as do not") {
  std::ifstream file(MAHDAR_SOURCE_DIR "/tests/cases/arabic_spellings.tsv");
  REQUIRE(file);
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string name, word, answer, phenomenon;
    std::getline(fields, name, '\t');
    std::getline(fields, word, '\t');
    std::getline(fields, answer, '\t');
    std::getline(fields, phenomenon, '\t');
    ++rows;
    const bool foreign = unwritten_vowels(name, word).has_value();
    const bool arabic = unwritten_vowels(name, word, NameOrigin::kArabic).has_value();
    CHECK_MESSAGE(foreign == (answer == "yes"), name, ", ", word, ": ", phenomenon);
    if (answer == "arabic" || answer == "never")
      CHECK_MESSAGE(arabic == (answer == "arabic"), name, ", ", word, ": ", phenomenon);
  }
  CHECK(rows >= 45);
}

TEST_CASE("any letters are compared, and a spelling begins with one of the first letters") {
  CHECK(rc::check("letters", [] {
    const auto name = *rc::gen::container<std::string>(rc::gen::inRange('a', 'z'));
    RC_ASSERT(!unwritten_vowels(name, "").has_value());
    unwritten_vowels(*random_text(), *random_text());
  }));
  CHECK(first_arabic_letters("qatar") == U"ق");
  CHECK(first_arabic_letters("").empty());
}
