#include "analyzers/about/mention_counter.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/analyzers/bundled_annotator.h"

namespace mahdar {
namespace {

const CountryInfo* country(const Article& article, std::string_view code) {
  const auto found = std::find_if(article.countries.begin(), article.countries.end(),
                                  [&](const CountryInfo& c) { return c.code == code; });
  return found == article.countries.end() ? nullptr : &*found;
}

TEST_CASE("countries are counted by all their names and forms") {
  const AnnotatedArticle annotated =
      annotate_text("روسيا وتركيا\nوصل الوفد الروسي إلى أستانا. وقالت موسكو إن روسيا ترحب بوفد تركيا.\n");
  const Article& article = *annotated.article;
  REQUIRE(country(article, "RU") != nullptr);
  CHECK(country(article, "RU")->count >= 3);
  CHECK(country(article, "TR") != nullptr);
  CHECK(article.countries.front().code == "RU");
  double sum = 0;
  for (const CountryInfo& c : article.countries) sum += c.salience;
  CHECK(sum == doctest::Approx(1));
}

TEST_CASE("agencies and groups are no countries") {
  const AnnotatedArticle annotated =
      annotate_text("نقلت فرانس برس عن المصدر أن اللقاء تأجل، وأكدت روسيا اليوم ذلك.");
  CHECK(country(*annotated.article, "FR") == nullptr);
  CHECK(country(*annotated.article, "RU") == nullptr);
}

TEST_CASE("an organisation names its country too") {
  const AnnotatedArticle annotated =
      annotate_text("أعلن المرصد السوري لحقوق الإنسان والجيش الحر هدوء الجبهات.");
  REQUIRE(country(*annotated.article, "SY") != nullptr);
  CHECK(country(*annotated.article, "SY")->count == 2);
  CHECK(country(*annotated.article, "SY")->evidence[0].rule == "organisation");
  CHECK(annotated.article->organisations.size() == 2);
}

TEST_CASE("Geneva is a place in Switzerland, its communiqué and the committee's seat are not") {
  CHECK(country(*annotate_text("تبدأ المفاوضات في جنيف يوم الثلاثاء.").article, "CH") != nullptr);
  CHECK(country(*annotate_text("اجتمعت اللجنة الدستورية في جنيف وأكدت بيان جنيف.").article, "CH") == nullptr);
}

TEST_CASE("states that nothing names, and words that name none") {
  struct Row {
    std::string text;
    std::string code;
    bool told;
  };
  const std::vector<Row> rows = {
      // towns
      {"سقط جرحى بعد غارات ليلية على سراقب وخان شيخون في ريف إدلب.", "SY", true},
      {"وصلت الوفود إلى العاصمة أستانا صباح اليوم استعدادا للجلسة الأولى.\n"
       "تبدأ الجلسات غدا بعد لقاءات ثنائية يعقدها رؤساء الوفود المشاركة.\n"
       "وقال سفير الأردن في بروكسل أمس إنه متفائل بنجاح هذه اللقاءات.",
       "BE", false},
      // the host of the round whose city is named, not of talks remembered elsewhere
      {"بدأت في أستانا اليوم الجولة الرابعة من المحادثات السورية بحضور الدول الضامنة.", "KZ", true},
      {"انطلقت في سوتشي الجولة الخامسة عشرة من محادثات أستانا حول سوريا.", "RU", true},
      {"انطلقت في سوتشي الجولة الخامسة عشرة من محادثات أستانا حول سوريا.", "KZ", false},
      {"عقد الرؤساء قمة في أنقرة وتذكروا ما اتفق عليه في أستانا عن سوريا.", "KZ", false},
      // guarantors named by their part alone
      {"افتتحت في أستانا الجولة السابعة بكلمات لرؤساء وفود الدول الضامنة.", "IR", false},
      // another track named once and aside
      {"وصلت الوفود إلى أستانا.\nتبدأ الجلسات غدا.\nوكان آخر لقاء في جنيف بلا نتيجة.", "CH", false},
      {"وصلت الوفود إلى أستانا.\nتبدأ الجلسات غدا.\nوكان آخر لقاء في جنيف بسويسرا بلا نتيجة.", "CH", true},
      // datelines tell where a report was written
      {"القاهرة — سبوتنيك. قال وزير الخارجية السوري إن اللقاء مفيد.", "EG", false},
      {"تركيا – انطلقت اليوم في دمشق محادثات حول سوريا.", "TR", false},
      {"روسيا – تركيا: لقاء جديد حول سوريا.", "RU", true},
      // adjectives behind the article
      {"بحث الوزيران التسوية السورية.", "SY", true},
      {"فاز الفريق الإنكليزي على ضيفه.", "GB", true},
      {"وصل الرئيس الأرميني إلى المنتدى.", "AM", true},
      {"شكر الوزير الزملاء الكازاخستانيين على حسن الضيافة.", "KZ", true},
      {"وصل الخبراء القطريون إلى مقر الاجتماع.", "QA", true},
      {"وقال مصدر للوكالة الفرنسية إن الجلسة تأخرت.", "FR", false},
      // one word but for its vowel signs
      {"وصل الوزير إلى عُمان في زيارة قصيرة.", "OM", true},
      {"وصل الوزير إلى عُمان في زيارة قصيرة.", "JO", false},
      {"وقالت مصادر في وزارة الخارجية بعُمَان إن اللقاء تأجل.", "OM", true},
      {"وصل الوزير إلى عمّان في زيارة قصيرة.", "JO", true},
      {"وصل الوزير إلى عَمَّان في زيارة قصيرة.", "OM", false},
      {"وصل الوزير إلى عمان في زيارة قصيرة.", "JO", true},
      {"وصل الوزير إلى عمان في زيارة قصيرة.", "OM", false},
      // whose regime
      {"قصفت قوات النظام أطراف القرية.", "SY", true},
      {"دعا النظام المصري إلى هدنة.", "SY", false},
      {"دعا النظام المصري إلى هدنة.", "EG", true},
      {"قمعت قوات النظام الإيراني احتجاجات الطلاب.", "SY", false},
      {"انتشرت قوات النظام الروسية في البلدة.", "SY", true},
      {"شكر الوزير الجمهورية الإسلامية الموريتانية.", "IR", false},
      // names written as one
      {"أعلنت روسياوتركيا وقف العمليات.", "RU", true},
      {"أعلنت روسياوتركيا وقف العمليات.", "TR", true},
      {"اتفقت تركياوروسيا على ذلك.", "RU", true},
      {"قالت موسكووأنقرة إن اللقاء مفيد.", "TR", true},
      {"قالت موسكووأنقرة إن اللقاء مفيد.", "RU", true},
      {"ذكر بيان لروسياوإيران موعد اللقاء.", "IR", true},
      {"ذكر بيان لروسياوتركياوإيران موعد اللقاء.", "IR", true},
      {"ذكر بيان لروسياوتركياوإيران موعد اللقاء.", "TR", true},
      {"انسحبت سورياوروسيا من الجلسة.", "SY", true},
      // clocks and outlets
      {"تبدأ الجلسة في الثالثة بعد الظهر بتوقيت موسكو.", "RU", false},
      {"ذكرت وكالة \"سبوتنيك\" الروسية أن الجلسة تأخرت.", "RU", false},
      {"ذكرت وكالة \"سبوتنيك\" أن القوات الروسية انسحبت.", "RU", true},
      {"المجموعة اللبنانية للإعلام\nقال الوزير السوري إن اللقاء مفيد.", "LB", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.code);
    CHECK((country(*annotate_text(row.text).article, row.code) != nullptr) == row.told);
  }
}

TEST_CASE("a city that rounds were held in, where no round is known") {
  struct Row {
    std::string title;
    std::string text;
    bool host;
  };
  const std::vector<Row> rows = {
      {"أستانا تحتضن معرضا للكتاب", "افتتح الوزير المعرض صباح اليوم بحضور ناشرين من بلدان عدة.", true},
      {"وفد تجاري يصل إلى نور سلطان", "يبحث الوفد فرص الاستثمار في الطاقة والنقل.", true},
      {"", "أكد رئيس الوفد المشارك في محادثات أستانا أن الأجواء إيجابية. ثم غادر القاعة.", true},
      {"قمة في أنقرة تذكر بلقاء أستانا", "عقد الرؤساء القمة مساء أمس.", false},
      {"معرض للكتاب", "تذكر الناشرون معرضا سابقا في أستانا شارك فيه بعضهم.", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CHECK((country(*annotate_text(row.text, row.title).article, "KZ") != nullptr) == row.host);
  }
}

TEST_CASE("a person's delegation follows the date") {
  struct Row {
    const char* date;
    std::string text;
    const char* id;
    const char* delegation;
  };
  const std::vector<Row> rows = {
      {"2017-10-30", "قال ألكسندر لافرنتييف إن اللقاء ناجح.", "alexander-lavrentiev", "RU"},
      {"2017-10-30", "قال بشار الجعفري إن اللقاء ناجح.", "bashar-jaafari", "SY"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const AnnotatedArticle annotated = annotate_text(row.text, {}, row.date);
    REQUIRE(annotated.article->people.size() == 1);
    CHECK(annotated.article->people[0].id == row.id);
    CHECK(annotated.article->people[0].delegation == row.delegation);
    CHECK(annotated.article->people[0].count == 1);
  }
}

}  // namespace
}  // namespace mahdar
