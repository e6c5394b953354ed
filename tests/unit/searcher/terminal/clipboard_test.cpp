#include "searcher/terminal/clipboard.h"

#include <doctest/doctest.h>

using namespace mahdar;

TEST_CASE("text for the terminal's clipboard") {
  CHECK(clipboard_sequence("") == "\x1b]52;c;\a");
  CHECK(clipboard_sequence("f") == "\x1b]52;c;Zg==\a");
  CHECK(clipboard_sequence("fo") == "\x1b]52;c;Zm8=\a");
  CHECK(clipboard_sequence("foo") == "\x1b]52;c;Zm9v\a");
  CHECK(clipboard_sequence("foob") == "\x1b]52;c;Zm9vYg==\a");
  CHECK(clipboard_sequence("\xFF\xFE\a") == "\x1b]52;c;//4H\a");
}
