#include "analyzers/text/grapheme.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "analyzers/text/utf8.h"
#include "tests/unit/analyzers/random_text.h"

using namespace mahdar;
using Ends = std::vector<std::uint32_t>;

TEST_CASE("perceived characters") {
  CHECK(grapheme_ends("") == Ends{});
  CHECK(grapheme_ends("ab") == Ends{1, 2});
  CHECK(grapheme_ends("مُد") == Ends{4, 6});
  CHECK(grapheme_ends("👨‍👩‍👧") == Ends{18});
  CHECK(grapheme_ends("\r\n") == Ends{2});
}

TEST_CASE("short cuts end characters where the full rules do") {
  CHECK(rc::check("graphemes", [] {
    std::string text = *random_text();
    std::erase(text, '\n');
    const Ends ends = grapheme_ends(text);
    // A character that no short cut takes leaves the whole paragraph to the full rules.
    const std::string_view hangul = "\uD55C";
    Ends full = grapheme_ends(text + std::string(hangul));
    if (full.back() - (full.size() > 1 ? full[full.size() - 2] : 0) != hangul.size()) return;
    full.pop_back();
    RC_ASSERT(ends == full);
  }));
  for (char32_t c = 1; c < 0x3000; ++c) {
    std::string pair = "ب";
    utf8::append(pair, c);
    pair += "\u064E";
    Ends full = grapheme_ends(pair + "\uD55C");
    full.pop_back();
    CHECK_MESSAGE(grapheme_ends(pair) == full, static_cast<unsigned>(c));
  }
}

TEST_CASE("columns on a terminal") {
  CHECK(display_width("") == 0);
  CHECK(display_width("وفد") == 3);
  CHECK(display_width("مُعْتَقَل") == 5);
  CHECK(display_width("\u200fab\u202c") == 2);
  CHECK(display_width("中文") == 4);
}
