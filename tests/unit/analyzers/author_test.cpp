#include "analyzers/about/author.h"

#include <string>

#include <doctest/doctest.h>

using mahdar::author_of;

TEST_CASE("an author is a name on one line") {
  struct Row {
    const char* name;
    std::string declared, author;
  };
  std::string longest;
  for (int i = 0; i < 99; ++i) longest += "س";
  const Row rows[] = {
      {"as it is", "سمير الحداد", "سمير الحداد"},
      {"nothing", "", ""},
      {"blanks and lines", "  سمير\n\t الحداد \r\n", "سمير الحداد"},
      {"an address", "https://social.example/samir", ""},
      {"blanks alone", " \n ", ""},
      {"too long, cut between letters", longest + "اب" + "ت", longest + "ا"},
      {"too long, cut inside a letter", "x" + longest + "اب", "x" + longest},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(author_of(row.declared) == row.author);
  }
}
