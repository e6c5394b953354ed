#include "analyzers/text/grapheme.h"

#include <doctest/doctest.h>

using namespace mahdar;
using Ends = std::vector<std::uint32_t>;

TEST_CASE("perceived characters") {
  CHECK(grapheme_ends("") == Ends{});
  CHECK(grapheme_ends("ab") == Ends{1, 2});
  CHECK(grapheme_ends("مُد") == Ends{4, 6});
  CHECK(grapheme_ends("👨‍👩‍👧") == Ends{18});
  CHECK(grapheme_ends("\r\n") == Ends{2});
}

TEST_CASE("columns on a terminal") {
  CHECK(display_width("") == 0);
  CHECK(display_width("وفد") == 3);
  CHECK(display_width("مُعْتَقَل") == 5);
  CHECK(display_width("\u200fab\u202c") == 2);
  CHECK(display_width("中文") == 4);
}

TEST_CASE("visual order") {
  CHECK(visual_order("", true) == "");
  CHECK(visual_order("abc", false) == "abc");
  CHECK(visual_order("وفد", true) == "دفو");
  CHECK(visual_order("وفد 21", true) == "21 دفو");
  CHECK(visual_order("a وفد b", false) == "a دفو b");
  CHECK(visual_order("(وفد)", true) == "(دفو)");
}
