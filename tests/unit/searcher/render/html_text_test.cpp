#include "searcher/render/html_text.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace mahdar;

TEST_CASE("markup in a text stays text") {
  CHECK(escaped_markup("<b onclick='x()'>\"&amp;\"</b>") ==
        "&lt;b onclick=&#39;x()&#39;&gt;&quot;&amp;amp;&quot;&lt;/b&gt;");
  CHECK(escaped_markup("محضر\n\tx") == "محضر\n\tx");
}

TEST_CASE("what XML forbids is replaced") {
  CHECK(escaped_markup(std::string_view("a\0b\x1b\x7f", 5)) ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(escaped_markup("\xFF") == "\xEF\xBF\xBD");
  CHECK(escaped_markup("\xEF\xBF\xBE") == "\xEF\xBF\xBD");
  CHECK(escaped_markup("\xC2\x85") == "\xEF\xBF\xBD");
}

TEST_CASE("no bytes give a character that means something to a parser") {
  const bool holds = rc::check([](const std::string& bytes) {
    const std::string text = escaped_markup(bytes);
    RC_ASSERT(text.find_first_of("<>\"'") == std::string::npos);
    RC_ASSERT(text.find('\0') == std::string::npos);
  });
  CHECK(holds);
}
