#include "analyzers/about/framing_detector.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/analyzers/bundled_annotator.h"

namespace mahdar {
namespace {

std::string framings_in(const std::string& text) {
  std::string found;
  const AnnotatedArticle annotated = annotate_text(text, "خبر");
  for (const FramingInfo& framing : annotated.article->framing)
    found += (found.empty() ? "" : " ") + framing.id;
  return found;
}

TEST_CASE("whose government a phrase names") {
  struct Row {
    std::string phenomenon;
    std::string text;
    std::string framings;
  };
  const std::vector<Row> rows = {
      {"the Syrian one", "أعلن النظام السوري موقفه من المبادرة.", "regime"},
      {"its troops", "قصفت قوات النظام أطراف القرية.", "regime"},
      {"with Syria behind it", "وصل وفد الحكومة السورية مساء.", "syrian-government"},
      {"another state's", "قمعت سلطات النظام الإيراني احتجاجات الطلاب.", ""},
      {"another state's, two named", "تحدث عن النظام المصري ونظام الحكم في السودان.", ""},
      {"another state's, behind the regime's delegation", "التقى وفد النظام التركي نظيره.", ""},
      {"its head", "قال رئيس النظام السوداني إن البلاد بخير.", ""},
      {"it and its opposition", "اتفق النظام المصري والمعارضة على هدنة.", ""},
      {"it and its allies", "تحدث عن النظام الإيراني وحلفائه.", ""},
      {"another government's delegation", "وصل وفد الحكومة الروسية مساء.", ""},
      {"the regime and a state", "اتفق النظام وإيران على فتح المعبر.", "regime"},
      {"foreign militias of it", "انتشرت ميليشيات النظام الإيرانية في البلدة.", "regime"},
      {"another state in the next clause", "وصل وفد النظام، الروسي والتركي معه.", "regime"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phenomenon);
    CHECK(framings_in(row.text) == row.framings);
  }
}

}  // namespace
}  // namespace mahdar
