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
      {"round:7", Kind::kFilter, "round:7", 0},
      {"جولة:٧", Kind::kFilter, "جولة:٧", 0},
      {"-source:sana", Kind::kFilter, "-source:sana", 0},
      {"topic:\"prisoner exchange\"", Kind::kFilter, "topic:prisoner exchange", 0},
      {"date:2017-10..2017-12", Kind::kFilter, "date:2017-10..2017-12", 0},
      {"round:7 معتقلين", Kind::kQuery, "round:7 معتقلين", 0},
      {"title:أستانا", Kind::kQuery, "title:أستانا", 0},
      {"/round:7", Kind::kQuery, "round:7", 0},
      {"r 2", Kind::kRemove, "", 2},
      {"حذف ١", Kind::kRemove, "", 1},
      {"حذف الأسماء", Kind::kQuery, "حذف الأسماء", 0},
      {"c 3", Kind::kCopy, "", 3},
      {"f guarantor", Kind::kValues, "guarantor", 0},
      {"f ضامن", Kind::kValues, "ضامن", 0},
      {"قيم الموضوع", Kind::kValues, "الموضوع", 0},
      {"قيم الأسرة", Kind::kQuery, "قيم الأسرة", 0},
      {"f nobody", Kind::kMisused, "f", 0},
      {"s newest", Kind::kSort, "newest", 0},
      {"فرز الأقدم", Kind::kSort, "oldest", 0},
      {"فرز الأصوات", Kind::kQuery, "فرز الأصوات", 0},
      {"lang en", Kind::kLanguage, "en", 0},
      {"لغة عربي", Kind::kLanguage, "ar", 0},
      {"w hits.csv", Kind::kExport, "hits.csv", 0},
      {"حفظ a b.bib", Kind::kExport, "a b.bib", 0},
      {"w hits.xyz", Kind::kMisused, "w", 0},
      {"s nwest", Kind::kMisused, "s", 0},
      {"lang fr", Kind::kMisused, "lang", 0},
      {"/lang fr", Kind::kQuery, "lang fr", 0},
      {"save the children", Kind::kQuery, "save the children", 0},
      {"exit", Kind::kQuit, "", 0},
      {"حفظ السلام", Kind::kQuery, "حفظ السلام", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    const PromptCommand command = parse_prompt_line(row.typed);
    CHECK(command.kind == row.kind);
    CHECK(command.text == row.text);
    CHECK(command.number == row.number);
  }
}
