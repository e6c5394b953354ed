#include "indexer/readers/header_block.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace mahdar;

TEST_CASE("a header block is recognised, and nothing else is") {
  struct Row {
    const char* name;
    std::string_view text;
    std::string_view body;
    std::string_view title;
    std::string_view date;
  };
  const Row rows[] = {
      {"Latin keys", "Title: قمة\nDate: 2017-10-30\n\nنص\n", "نص\n", "قمة", "2017-10-30"},
      {"Arabic keys", "العنوان: قمة\nالتاريخ: 30 أكتوبر\n\nنص", "نص", "قمة", "30 أكتوبر"},
      {"unknown keys among known ones", "title: قمة\nAuthor: فلان\n\nنص", "نص", "قمة", ""},
      {"colons in the value", "url: https://a.example/x\nTITLE: أستانا 7: ختام\n\nنص", "نص", "أستانا 7: ختام",
       ""},
      {"between rulers", "---\ntitle: \"قمة\"\n---\n\nنص", "نص", "قمة", ""},
      {"no block: a dateline", "موسكو: قال الوزير\n\nنص", "موسكو: قال الوزير\n\nنص", "", ""},
      {"no blank line behind it", "title: قمة\nقال الوزير إن الجولة انتهت\n\nنص",
       "قال الوزير إن الجولة انتهت\n\nنص", "قمة", ""},
      {"no blank line, a speaker in the text", "title: قمة\nقال الوزير: انتهت\nثم غادر",
       "قال الوزير: انتهت\nثم غادر", "قمة", ""},
      {"no block: a sentence that begins like a date", "التاريخ: لا يعيد نفسه\nقال الوزير",
       "التاريخ: لا يعيد نفسه\nقال الوزير", "", ""},
      {"a date of Arabic digits", "تاريخ: ٣٠ أكتوبر\nقال الوزير", "قال الوزير", "", "٣٠ أكتوبر"},
      {"no block: a sentence between rulers", "---\ntitle: قمة\nقال الوزير\n---\nنص",
       "---\ntitle: قمة\nقال الوزير\n---\nنص", "", ""},
      {"no block: text alone", "نص", "نص", "", ""},
      {"a block and nothing else", "title: قمة\n", "", "قمة", ""},
      {"blank lines after the block", "title: قمة\n\n \n\nنص", "نص", "قمة", ""},
      {"empty", "", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const HeaderBlock header = parse_header_block(row.text);
    RawArticle article;
    apply(header, article);
    CHECK(row.text.substr(header.body_begin) == row.body);
    CHECK(article.title == row.title);
    CHECK(article.date == row.date);
  }
}
