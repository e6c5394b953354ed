#include "schema/word_trail.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using mahdar::WordTrail;
using Words = std::vector<std::string>;

namespace {

std::string encoded(const Words& words, std::uint32_t title_words = 0,
                    const std::vector<WordTrail::Alias>& aliases = {}) {
  const std::vector<std::string_view> views(words.begin(), words.end());
  return WordTrail::encode(views, title_words, aliases);
}

bool holds(const std::string& trail, const Words& words, bool in_title = false) {
  return WordTrail(trail).holds(words, in_title);
}

}  // namespace

TEST_CASE("words side by side, in the title or anywhere") {
  const std::string trail = encoded({"وفد", "روسيا", "قال", "وفد", "تركيا"}, 2);
  CHECK(holds(trail, {"وفد", "روسيا"}));
  CHECK(holds(trail, {"وفد", "تركيا"}));
  CHECK(holds(trail, {"وفد"}));
  CHECK_FALSE(holds(trail, {"روسيا", "وفد"}));
  CHECK_FALSE(holds(trail, {"تركيا", "وفد"}));
  CHECK(holds(trail, {"وفد", "روسيا"}, true));
  CHECK_FALSE(holds(trail, {"روسيا", "قال"}, true));
}

TEST_CASE("another name stands where its alias does") {
  const std::string trail = encoded({"محادثات", "نور", "سلطان"}, 0, {{1, "استانا"}});
  CHECK(holds(trail, {"محادثات", "استانا"}));
  CHECK(holds(trail, {"محادثات", "نور", "سلطان"}));
  CHECK_FALSE(holds(trail, {"سلطان", "استانا"}));
}

TEST_CASE("nothing, one word, and the same word over and over") {
  CHECK_FALSE(holds(encoded({}), {"وفد"}));
  CHECK(holds(encoded({"وفد"}), {"وفد"}));
  CHECK_FALSE(holds(encoded({"وفد"}), {"وفد", "وفد"}));
  CHECK(holds(encoded(Words(1000, "وفد")), Words(32, "وفد")));
}

TEST_CASE("a trail agrees with a search through the words themselves") {
  CHECK(rc::check([] {
    const auto numbers = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 60));
    Words words;
    for (const int number : numbers) words.push_back("w" + std::to_string(number * number));
    const std::string trail = encoded(words);
    const auto present = [&](const std::string& word) {
      return std::ranges::find(words, word) != words.end();
    };
    const auto wanted = *rc::gen::container<std::vector<int>>(3, rc::gen::inRange(0, 60));
    Words phrase;
    for (const int number : wanted)
      if (const auto word = "w" + std::to_string(number * number); present(word)) phrase.push_back(word);
    if (phrase.empty()) return;
    const bool stands = !std::ranges::search(words, phrase).empty();
    RC_ASSERT(holds(trail, phrase) == stands);
    const auto at = *rc::gen::inRange<std::size_t>(0, words.size());
    const auto length = *rc::gen::inRange<std::size_t>(1, words.size() - at + 1);
    const auto from = words.begin() + static_cast<std::ptrdiff_t>(at);
    RC_ASSERT(holds(trail, Words(from, from + static_cast<std::ptrdiff_t>(length))));
  }));
}

TEST_CASE("a long article of many words") {
  Words words;
  for (int i = 0; i < 20000; ++i) words.push_back("w" + std::to_string(i));
  const std::string trail = encoded(words);
  CHECK(trail.size() < 20000 * 4);
  CHECK(holds(trail, {"w19998", "w19999"}));
  CHECK_FALSE(holds(trail, {"w19999", "w19998"}));
}

TEST_CASE("damage is told") {
  const std::string trail = encoded({"وفد", "روسيا"}, 1, {{0, "a"}});
  for (std::size_t size = 0; size < trail.size(); ++size)
    CHECK_THROWS_AS(WordTrail(std::string_view(trail).substr(0, size)), std::runtime_error);
  CHECK(rc::check([](const std::string& bytes) {
    try {
      WordTrail(bytes).holds(Words{"a", "b"}, false);
    } catch (const std::runtime_error&) {
    }
  }));
}
