#include "schema/word_code.h"

#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace mahdar;

TEST_CASE("words are spelled with a byte a letter") {
  struct Case {
    std::string name;
    std::string word;
    std::size_t bytes;
  };
  const Case cases[]{
      {"nothing", "", 0},         {"Arabic", "معتقلين", 7}, {"hamza and taa marbuta", "آستانة", 6},
      {"Persian pe", "پوتين", 5}, {"digits", "2254", 4},    {"Latin", "astana", 6},
      {"Persian che", "چين", 5},  {"accents", "é", 3},      {"emoji", "🙂", 5},
      {"mixed", "covid19ي", 8},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(encode_word(c.word).size() == c.bytes);
    CHECK(decode_word(encode_word(c.word)) == c.word);
  }
}

TEST_CASE("any bytes come back, and beginnings stay beginnings") {
  CHECK(rc::check("round trip",
                  [](const std::string& bytes) { RC_ASSERT(decode_word(encode_word(bytes)) == bytes); }));
  CHECK(rc::check("Arabic round trip and beginnings", [] {
    const auto letters = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("ا", "ب", "و", "ي", "گ", "a", "7", "é", "\x01", "\xFF"));
    std::string word, beginning;
    const auto cut = *rc::gen::inRange<std::size_t>(0, letters.size() + 1);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      word += letters[i];
      if (i < cut) beginning += letters[i];
    }
    RC_ASSERT(decode_word(encode_word(word)) == word);
    RC_ASSERT(encode_word(word).starts_with(encode_word(beginning)));
  }));
  CHECK(rc::check("no bytes are read beyond the end", [](const std::string& code) { decode_word(code); }));
}
