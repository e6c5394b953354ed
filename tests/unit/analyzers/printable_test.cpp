#include "analyzers/text/printable.h"

#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unicode/unistr.h>

using namespace mahdar;

TEST_CASE("a message is one line of well-formed UTF-8") {
  struct Case {
    std::string name;
    std::string text;
    std::string line;
  };
  const Case cases[]{
      {"plain", "a.txt: cannot be read", "a.txt: cannot be read"},
      {"Arabic", "مقال.txt", "مقال.txt"},
      {"line feed", "a\nb", "a\\x0ab"},
      {"escape sequence", "\x1B[2J", "\\x1b[2J"},
      {"delete", "\x7F", "\\x7f"},
      {"C1 control in UTF-8",
       "\xC2\x9B"
       "2J",
       "\\xc2\\x9b2J"},
      {"a byte alone", "key \xA7 of", "key \\xa7 of"},
      {"cut letter", "\xD9", "\\xd9"},
      {"overlong", "\xC0\xAF", "\\xc0\\xaf"},
      {"surrogate", "\xED\xA0\x80", "\\xed\\xa0\\x80"},
      {"NUL", std::string("a\0b", 3), "a\\x00b"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(printable(c.text) == c.line);
  }
}

TEST_CASE("any bytes become printable, and what is printable stays") {
  CHECK(rc::check("well-formed, no control, idempotent", [](const std::string& bytes) {
    const std::string line = printable(bytes);
    std::string again;
    icu::UnicodeString::fromUTF8(line).toUTF8String(again);
    RC_ASSERT(again == line);  // a fault would have become U+FFFD
    for (const char c : line) RC_ASSERT(static_cast<unsigned char>(c) >= 0x20);
    RC_ASSERT(printable(line) == line);
  }));
}
