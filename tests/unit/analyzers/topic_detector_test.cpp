#include "analyzers/about/topic_detector.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/analyzers/bundled_annotator.h"

namespace mahdar {
namespace {

bool has_topic(const Article& article, std::string_view id) {
  return std::any_of(article.topics.begin(), article.topics.end(),
                     [&](const TopicInfo& topic) { return topic.id == id; });
}

/// Two paragraphs that name no topic: what follows them stands in the body.
const std::string kLead =
    "وصلت الوفود إلى العاصمة الكازاخستانية صباح اليوم، وعقدت لقاءات تمهيدية في أحد فنادق المدينة قبل الجلسة "
    "العامة.\n"
    "وتغيب عن الافتتاح ممثلو بعض الجهات المدعوة، على أن يلتحقوا بزملائهم مساء اليوم كما قال المنظمون "
    "للصحفيين هناك.\n";

/// Paragraphs of more words than an opening has.
std::string long_report() {
  std::string report;
  for (int i = 0; i < 8; ++i) report += kLead;
  std::replace(report.begin(), report.end(), '\n', ' ');  // a paragraph that stands twice is cut
  return kLead + report + '\n';
}

TEST_CASE("cues by zone") {
  struct Row {
    std::string name;
    std::string title;
    std::string text;
    const char* topic;
    bool found;
  };
  const std::vector<Row> rows = {
      {"title", "تبادل الأسرى على الطاولة", kLead, "detainees_exchange", true},
      {"lead", "عنوان بلا موضوع", "بحث المجتمعون إطلاق سراح المعتقلين.", "detainees_exchange", true},
      {"inflected, behind clitics", "عنوان بلا موضوع", "وطالب الوفد بإطلاق سراح معتقلين.",
       "detainees_exchange", true},
      {"one cue in the opening", "عنوان بلا موضوع", kLead + "وتناول الحديث نزع الألغام.", "demining", true},
      {"one cue behind the opening", "عنوان بلا موضوع", long_report() + "وتناول الحديث نزع الألغام.",
       "demining", false},
      {"and opens another phrase", "عنوان بلا موضوع", "بحث المجتمعون أوضاع المنطقة وآمنة الطرق فيها.",
       "safe_zone", false},
      {"who guards the truce is no talk of it", "عنوان بلا موضوع",
       "حضرت الدول الضامنة لوقف إطلاق النار الجلسة.", "ceasefire", false},
      {"unless it is talked of as well", "عنوان بلا موضوع",
       "حضرت الدول الضامنة لوقف إطلاق النار الجلسة.\nوبحثت الوفود تثبيت الهدنة.", "ceasefire", true},
      {"two different cues behind the opening", "عنوان بلا موضوع",
       long_report() + "وتناول الحديث تبادل الأسرى.\nثم انتقل إلى البحث عن مفقودين.", "detainees_exchange",
       true},
      {"counter-cue hides its cue", "تبادل وجهات النظر في أستانا", kLead, "detainees_exchange", false},
      {"other wording", "مناطق تخفيف التوتر", kLead, "deescalation_zones", true},
      {"aid across the lines is no accord", "عنوان بلا موضوع",
       "دعا البيان إلى إيصال المساعدات عبر خطوط التماس وعبر الحدود.", "sochi_memorandum_2018", false},
      {"nor is fire on them", "عنوان بلا موضوع", "وتبادل الطرفان القصف على خطوط التماس في ريف حلب.",
       "sochi_memorandum_2018", false},
      {"a zone along the line is", "عنوان بلا موضوع",
       "واتفق الرئيسان على إقامة منطقة منزوعة السلاح على طول خط التماس.", "sochi_memorandum_2018", true},
      {"patrols of others elsewhere", "عنوان بلا موضوع",
       "وسيرت القوات دوريات مشتركة تركية أمريكية في شرق الفرات.", "sochi_memorandum_2018", false},
      {"nothing", "عنوان بلا موضوع", kLead, "ceasefire", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(has_topic(*annotate_text(row.text, row.title).article, row.topic) == row.found);
  }
}

TEST_CASE("topics of every final statement need more than one mention") {
  const AnnotatedArticle annotated =
      annotate_text(kLead + "وأكد البيان أهمية إجراءات بناء الثقة.\n", "عنوان بلا موضوع");
  CHECK_FALSE(has_topic(*annotated.article, "confidence_building"));
}

TEST_CASE("topics come by falling score, with their cues as evidence") {
  const AnnotatedArticle annotated =
      annotate_text("بحث المجتمعون وقف إطلاق النار.\n", "تبادل الأسرى وملف المعتقلين");
  const Article& article = *annotated.article;
  REQUIRE(article.topics.size() >= 2);
  CHECK(article.topics[0].id == "detainees_exchange");
  CHECK(article.topics[0].score > article.topics[1].score);
  REQUIRE_FALSE(article.topics[0].evidence.empty());
  CHECK(article.slice(article.topics[0].evidence[0].range) == "تبادل الأسرى");
}

}  // namespace
}  // namespace mahdar
