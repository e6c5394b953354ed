#include "searcher/terminal/prompt_command.h"

#include <doctest/doctest.h>

using namespace mahdar;
using Kind = PromptCommand::Kind;

TEST_CASE("what is typed at the prompt") {
  struct Row {
    const char* typed;
    Kind kind;
    const char* text;
    std::size_t number;
  };
  const Row rows[] = {
      {"", Kind::kNothing, "", 0},
      {"   ", Kind::kNothing, "", 0},
      {"معتقلين أستانا", Kind::kQuery, "معتقلين أستانا", 0},
      {"  معتقلين  ", Kind::kQuery, "معتقلين", 0},
      {"3", Kind::kNarrow, "3", 3},
      {"١٢", Kind::kNarrow, "١٢", 12},
      {"20170", Kind::kQuery, "20170", 0},
      {"/2254", Kind::kQuery, "2254", 0},
      {"/n", Kind::kQuery, "n", 0},
      {"o 2", Kind::kOpen, "", 2},
      {"open 11", Kind::kOpen, "", 11},
      {"فتح ٤", Kind::kOpen, "", 4},
      {"فتح معبر", Kind::kQuery, "فتح معبر", 0},
      {"n", Kind::kNext, "", 0},
      {"التالي", Kind::kNext, "", 0},
      {"p", Kind::kPrevious, "", 0},
      {"رجوع", Kind::kBack, "", 0},
      {"x", Kind::kClear, "", 0},
      {"?", Kind::kHelp, "", 0},
      {"؟", Kind::kHelp, "", 0},
      {"q", Kind::kQuit, "", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    const PromptCommand command = parse_prompt_line(row.typed);
    CHECK(command.kind == row.kind);
    CHECK(command.text == row.text);
    CHECK(command.number == row.number);
  }
}
