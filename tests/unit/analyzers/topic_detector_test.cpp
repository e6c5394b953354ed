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
      {"one cue in the body", "عنوان بلا موضوع", kLead + "وتناول الحديث نزع الألغام.", "demining", false},
      {"two different cues in the body", "عنوان بلا موضوع",
       kLead + "وتناول الحديث تبادل الأسرى.\nثم انتقل إلى البحث عن مفقودين.", "detainees_exchange", true},
      {"counter-cue hides its cue", "تبادل وجهات النظر في أستانا", kLead, "detainees_exchange", false},
      {"other wording", "مناطق تخفيف التوتر", kLead, "deescalation_zones", true},
      {"nothing", "عنوان بلا موضوع", kLead, "ceasefire", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(has_topic(*annotate_text(row.text, row.title).article, row.topic) == row.found);
  }
}

TEST_CASE("topics of every final statement need more than one mention in the body") {
  const AnnotatedArticle annotated = annotate_text(
      kLead + "وأكد البيان وحدة الأراضي السورية.\nوجدد احترام سيادة سوريا.\n", "عنوان بلا موضوع");
  CHECK_FALSE(has_topic(*annotated.article, "territorial_integrity"));
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
