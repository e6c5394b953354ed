#include "analyzers/about/language.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace mahdar {
namespace {

TEST_CASE("languages are told by letters") {
  struct Row {
    std::string text;
    const char* declared;
    const char* code;
  };
  const std::vector<Row> rows = {
      {"بدأت اليوم الجولة السابعة من محادثات أستانا حول سوريا", "", "ar"},
      {"قال المبعوث گريفيث إن المحادثات حول سوريا ستستمر في أستانا حتى مساء الغد وإن الوفود كلها باقية", "fr",
       "ar"},
      {"نشست آستانه با حضور نمایندگان سه کشور درباره سوریه برگزار شد و گفتگوها پیش "
       "می‌رود",
       "", "fa"},
      {"آستانہ میں شام کے بارے میں مذاکرات کا نیا دور شروع ہو گیا ہے", "", "ur"},
      {"The seventh round of talks on Syria opened in Astana", "", "en"},
      {"Astana'da Suriye görüşmelerinin yeni turu bugün başladı ve ışık göründü", "", "tr"},
      {"В Астане начался седьмой раунд переговоров по Сирии", "", "ru"},
      {"سوريا 7", "AR-sy", "ar"},
      {"", "", "und"},
      {"2017", "", "und"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(language_of(row.text, row.declared) == row.code);
  }
}

}  // namespace
}  // namespace mahdar
