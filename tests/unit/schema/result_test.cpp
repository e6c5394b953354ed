#include "schema/result.h"

#include <doctest/doctest.h>

using mahdar::InputError;

TEST_CASE("an input error says where, what and what to do, leaving out what is not known") {
  struct Row {
    const char* name;
    InputError error;
    const char* text;
  };
  const Row rows[] = {
      {"all of it", {"a.toml", 7, "no city", "add one"}, "a.toml:7: no city (add one)"},
      {"no remedy", {"a.toml", 7, "no city", ""}, "a.toml:7: no city"},
      {"no line", {"a.toml", 0, "cannot be read", ""}, "a.toml: cannot be read"},
      {"no file", {"", 3, "no city", ""}, "line 3: no city"},
      {"only what", {"", 0, "no city", ""}, "no city"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(row.error.to_string() == row.text);
  }
}
