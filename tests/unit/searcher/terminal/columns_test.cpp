#include "searcher/terminal/columns.h"

#include <doctest/doctest.h>

using namespace mahdar;
using Lines = std::vector<std::string>;

TEST_CASE("columns are counted without marks and colours") {
  CHECK(line_width("المُعْتَقَلِين") == 9);
  CHECK(line_width("\x1b[1;32mسوريا\x1b[0m 7") == 7);
  CHECK(line_width("\u2068أستانا\u2069") == 6);
}

TEST_CASE("lines break at spaces") {
  CHECK(wrapped("", 5) == Lines{""});
  CHECK(wrapped("ملف المُعْتَقَلِين اليوم", 13) == Lines{"ملف المُعْتَقَلِين", "اليوم"});
  CHECK(wrapped("   واحد اثنان", 8) == Lines{"   واحد", "   اثنان"});
  CHECK(wrapped("abcdefgh ij", 3) == Lines{"abc", "def", "gh", "ij"});
  CHECK(wrapped("بِتِثِ", 2) == Lines{"بِتِ", "ثِ"});
}

TEST_CASE("colours and isolates are closed at a break and opened again") {
  CHECK(wrapped("\x1b[1mab cd\x1b[0m", 2) == Lines{"\x1b[1mab\x1b[0m", "\x1b[1mcd\x1b[0m"});
  CHECK(wrapped("\u2068ab cd\u2069", 2) == Lines{"\u2068ab\u2069", "\u2068cd\u2069"});
}

TEST_CASE("blocks side by side stay in columns") {
  const Lines lines = beside({"بِ", "abc"}, 4, {"x"}, 3);
  CHECK(lines == Lines{"بِ     x  ", "abc      "});
  for (const std::string& line : lines) CHECK(line_width(line) == 9);
}
