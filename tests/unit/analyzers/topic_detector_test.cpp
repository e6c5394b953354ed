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
      {"a town that was once gassed", "عنوان بلا موضوع", "طوق الجيش نقطة المراقبة جنوب خان شيخون.",
       "chemical_weapons", false},
      {"what befell it", "عنوان بلا موضوع", "طالب الوفد بالتحقيق في مجزرة خان شيخون.", "chemical_weapons",
       true},
      {"title", "تبادل الأسرى على الطاولة", kLead, "detainees_exchange", true},
      {"lead", "عنوان بلا موضوع", "بحث المجتمعون إطلاق سراح المعتقلين.", "detainees_exchange", true},
      {"inflected, behind clitics", "عنوان بلا موضوع", "وطالب الوفد بإطلاق سراح معتقلين.",
       "detainees_exchange", true},
      {"one cue in the opening", "عنوان بلا موضوع", kLead + "وتناول الحديث نزع الألغام.", "demining", true},
      {"one cue behind the opening", "عنوان بلا موضوع", long_report() + "وتناول الحديث نزع الألغام.",
       "demining", false},
      {"and opens another phrase", "عنوان بلا موضوع", "بحث المجتمعون أوضاع المنطقة وآمنة الطرق فيها.",
       "safe_zone", false},
      {"many zones of 2017 are those of the four", "مناطق آمنة في الريف", kLead, "safe_zone", false},
      {"a zone of that name", "عنوان بلا موضوع", "طالبت أنقرة بالمنطقة الآمنة على حدودها.", "safe_zone",
       true},
      {"zones under guard are no safe ones", "المناطق الأمنية حول المطار", kLead, "safe_zone", false},
      {"a body of the host's own, unless it is called Syria's", "لجنة الإصلاح الدستوري تجتمع", kLead,
       "constitutional_committee", false},
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
      {"another track once in the body", "عنوان بلا موضوع", kLead + "وكانت محادثات جنيف توقفت.",
       "geneva_track", false},
      {"another track twice", "عنوان بلا موضوع",
       kLead + "وكانت محادثات جنيف توقفت.\nوقال ناشطون إن محادثات جنيف لن تعود قريبا.", "geneva_track", true},
      {"another track in the lead", "عنوان بلا موضوع", "توقفت محادثات جنيف.", "geneva_track", true},
      {"heads of delegations are no presidents", "عنوان بلا موضوع", "وقعه رؤساء الوفود الثلاثة.", "summit",
       false},
      {"a set phrase once in the body", "عنوان بلا موضوع", kLead + "وأكد الحاضرون وحدة الأراضي السورية.",
       "territorial_integrity", false},
      {"a list of observers", "عنوان بلا موضوع", kLead + "وتحضر كذلك وفود الدول المشاركة بصفة مراقب.",
       "observers_participation", false},
      {"a region is no zone", "عنوان بلا موضوع", "تحدث الوزير عن الوضع شرق الفرات.", "safe_zone", false},
      {"the committee's seat is no track", "عنوان بلا موضوع", "وتعقد اللجنة الدستورية اجتماعاتها في جنيف.",
       "geneva_track", false},
      {"the next round in the lead", "عنوان بلا موضوع", "يعقد الاجتماع الدولي المقبل حول سوريا في آخر الشهر.",
       "venue_process", true},
      {"the next round in the body", "عنوان بلا موضوع",
       kLead + "ويعقد الاجتماع الدولي المقبل حول سوريا في آخر الشهر.", "venue_process", false},
      {"a pretext", "عنوان بلا موضوع", "رفض البيان حقائق جديدة على الأرض تحت ستار مكافحة الإرهاب.",
       "counter_terrorism", false},
      {"leaders are presidents", "عنوان بلا موضوع", "يجتمع قادة الدول الضامنة في العاصمة قريبا.", "summit",
       true},
      {"the three presidents", "عنوان بلا موضوع", "أعلن الناطق لقاء الرؤساء الثلاثة في المدينة.", "summit",
       true},
      {"observation posts", "عنوان بلا موضوع", "بدأ الجيش إنشاء نقاط مراقبة جديدة في الريف.",
       "monitoring_forces", true},
      {"factions walk out", "عنوان بلا موضوع", "انسحبت فصائل المعارضة من القاعة قبل الجلسة.",
       "opposition_boycott", true},
      {"and freeze their part", "عنوان بلا موضوع", "أعلنت الفصائل تجميد مشاركتها في اللقاء.",
       "opposition_boycott", true},
      {"an operation to come", "عنوان بلا موضوع", "هدد الرئيس بتنفيذ عملية عسكرية في شمال سوريا قريبا.",
       "turkish_operation", true},
      {"zones of another name", "عنوان بلا موضوع", "بحث الوفدان الهدوء في مناطق وقف التوتر.",
       "deescalation_zones", true},
      {"a constitution to be written", "عنوان بلا موضوع", "بحث الوفدان صياغة دستور للبلاد.",
       "new_constitution_draft", true},
      {"signing refused", "عنوان بلا موضوع", "أعلن الوفد رفض التوقيع على الوثيقة.", "opposition_boycott",
       true},
      {"migrants for refugees", "عنوان بلا موضوع", "تناول اللقاء عودة المهاجرين إلى بيوتهم.",
       "refugee_return", true},
      {"the next round of talks in the lead", "عنوان بلا موضوع",
       "قالت الوزارة إن الجولة المقبلة من محادثات أستانا تبدأ بعد شهرين.", "venue_process", true},
      {"the next round in the making", "عنوان بلا موضوع",
       kLead + "وقال الدبلوماسي إنه يجري الإعداد لعقد اجتماع آخر.", "venue_process", true},
      {"the closing formula of every round", "عنوان بلا موضوع",
       "ذكر المتحدث أن الوفود اتفقت على عقد الجولة الرابعة بعد شهر.", "venue_process", false},
      {"the hour of a delegation is no date of the talks", "عنوان بلا موضوع",
       "قال عضو في الوفد إن موعد اجتماع الوفد مع الوسيط لم يتغير.", "venue_process", false},
      {"the format's summit to come", "عنوان بلا موضوع", "تستضيف موسكو القمة المقبلة بصيغة أستانا في الربيع.",
       "summit", true},
      {"two presidents are no summit of three", "عنوان بلا موضوع", "أثمر اجتماع الرئيسين عن بيان قصير.",
       "summit", false},
      {"strikes on Gaza are none on Syria", "عنوان بلا موضوع",
       "ندد الوفد بالهجمات الإسرائيلية على غزة وبالعدوان الإسرائيلي على لبنان.", "israeli_strikes", false},
      {"unless Syria is struck as well", "عنوان بلا موضوع",
       "ندد الوفد بالهجمات الإسرائيلية على غزة وبالغارات الإسرائيلية قرب دمشق.", "israeli_strikes", true},
      {"who strikes in a clause of its own", "عنوان بلا موضوع",
       "أدان الوزير الهجمات التي تشنها إسرائيل على سوريا من الجو.", "israeli_strikes", true},
      {"who strikes by a pronoun", "عنوان بلا موضوع",
       "أدان الوزير قصف القطاع، ودعا إلى وقف هجماتها المتكررة على سوريا.", "israeli_strikes", true},
      {"a front against terrorism", "عنوان بلا موضوع", "دعا المشاركون إلى تشكيل جبهة ضد الإرهاب.",
       "counter_terrorism", true},
      {"whose withdrawal is asked for", "عنوان بلا موضوع",
       "نصت الخطة على انسحاب التنظيمات الإرهابية من الشريط.", "counter_terrorism", false},
      {"the regime's removal as a condition", "عنوان بلا موضوع",
       "اشترطت أربعة أحزاب الإطاحة بنظام الأسد قبل الحوار.", "political_transition", true},
      {"after the regime's end", "عنوان بلا موضوع", "عاد المهندس إلى بلدته بعد الإطاحة بنظام الأسد.",
       "political_transition", false},
      {"the congress by its purpose", "عنوان بلا موضوع", "اقترحت موسكو عقد مؤتمر للحكومة والمعارضة في سوتشي.",
       "national_dialogue_sochi", true},
      {"factions fight each other", "عنوان بلا موضوع",
       "تستمر أعمال القتال بين الفصيلين، وتوسع الاقتتال إلى الريف.", "hostilities_violations", true},
      {"police on patrol", "عنوان بلا موضوع", "تسير القوات التركية والشرطة العسكرية الروسية معا في الشريط.",
       "monitoring_forces", false},
      {"the pandemic once in the body", "عنوان بلا موضوع",
       kLead + "وطالب البيان بالدواء في ظل تفشي فيروس كورونا.", "covid19", false},
      {"nothing", "عنوان بلا موضوع", kLead, "ceasefire", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(has_topic(*annotate_text(row.text, row.title).article, row.topic) == row.found);
  }
}

TEST_CASE("every cue finds its topic in title and lead") {
  for (const Topic& topic : Taxonomy::bundled().topics()) {
    CAPTURE(topic.id);
    for (const auto& cues : {topic.cues, topic.lead_cues}) {
      for (std::string cue : cues) {
        std::erase(cue, '=');
        CAPTURE(cue);
        CHECK(has_topic(*annotate_text("تحدث الحاضرون عن " + cue + " في المدينة.", cue).article, topic.id));
      }
    }
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
