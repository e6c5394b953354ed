#include "analyzers/about/borrowed_title.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace mahdar {
namespace {

std::string repeated(const std::string& words, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += (i == 0 ? "" : " ") + words;
  return text;
}

TEST_CASE("a title is borrowed in whole sentences, clauses or words") {
  const std::string opening =
      "عقد الوفد السوري برئاسة رئيسه اجتماعا تشاوريا مع الوفد الروسي برئاسة المبعوث الخاص";
  const std::string sentence = opening + " للرئيس الروسي إلى سورية في إطار الجولة السابعة من الاجتماعات.";
  const std::string tail = repeated("كلمة وأخرى", 20);
  struct Row {
    std::string name, paragraph, title;
  };
  const std::vector<Row> rows = {
      {"a sentence of up to 200 characters", sentence + " وقال بعده كلاما آخر.", sentence},
      {"a paragraph that is one sentence", sentence, sentence},
      {"without a full stop", opening, opening},
      {"a question", "هل تكون هذه آخر جولة؟ سؤال يطرحه كثيرون.", "هل تكون هذه آخر جولة؟"},
      {"a quotation that ends the sentence", "قال الوزير إن \"الحل قريب.\" ثم غادر.",
       "قال الوزير إن \"الحل قريب.\""},
      {"an abbreviation ends no sentence", "وصل د. بشار إلى المدينة. ثم غادر.", "وصل د. بشار إلى المدينة."},
      {"a decimal number", "بلغت النسبة 2.5 في المئة. ثم زادت.", "بلغت النسبة 2.5 في المئة."},
      {"up to the last comma", opening + "، وناقش ملفات " + tail + ".", opening + "،"},
      {"up to a word that opens a clause", opening + " حيث ناقش ملفات " + tail + ".", opening},
      {"a comma too early says too little", "في المدينة، " + tail + ".",
       "في المدينة، " + repeated("كلمة وأخرى", 13) + " كلمة"},
      {"not on a word that leads on", repeated("كلمة وأخرى", 14) + " إلى " + tail,
       repeated("كلمة وأخرى", 14)},
      {"one word longer than all", repeated("ا", 1) + std::string(600, 'x'), "ا" + std::string(600, 'x')},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(row.paragraph.substr(0, borrowed_title(row.paragraph)) == row.title);
  }
}

TEST_CASE("a borrowed title never ends inside a word") {
  rc::check([](const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += word + ' ';
    const std::size_t end = borrowed_title(text);
    RC_ASSERT(end <= text.size());
    RC_ASSERT(end == text.size() || text[end] == ' ' || text[end] == '\t');
  });
}

}  // namespace
}  // namespace mahdar
