#include "analyzers/about/round_detector.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "tests/unit/analyzers/bundled_annotator.h"
#include "tests/unit/analyzers/read_text.h"

namespace mahdar {
namespace {

using test::ReadText;

const RoundDetector& detector() {
  static const RoundDetector kDetector(ReadText::taxonomy(), ReadText::analyzer());
  return kDetector;
}

RoundInfo detect(const std::string& text, std::string_view known_date = {}) {
  const ReadText read(text);
  return detector().detect(read.reading(), known_date);
}

std::string role_of(const RoundInfo& info, int round) {
  for (const RoundMention& mention : info.mentioned) {
    if (mention.round != round) continue;
    return mention.role == RoundRole::kPast   ? "past"
           : mention.role == RoundRole::kNext ? "next"
                                              : "mentioned";
  }
  return "";
}

std::filesystem::path seeds_folder() {
  if (const char* folder = std::getenv("MAHDAR_SEEDS")) return folder;
  return std::filesystem::path(MAHDAR_SOURCE_DIR) / ".." / "shared" / "seeds";
}

TEST_CASE("rounds of real articles, where they are at hand") {
  const std::filesystem::path folder = seeds_folder();
  if (!std::filesystem::is_directory(folder)) {
    MESSAGE("no folder of real articles (MAHDAR_SEEDS): none read");
    return;
  }
  const std::map<std::string, int> expected = {{"000", 7}, {"001", 8}, {"002", 7}, {"003", 22}, {"004", 8}};
  int seen = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    const auto row = expected.find(file.path().filename().string().substr(0, 3));
    if (row == expected.end()) continue;
    ++seen;
    CAPTURE(row->first);
    std::ifstream in(file.path(), std::ios::binary);
    const RoundInfo info = detect({std::istreambuf_iterator<char>(in), {}});
    CHECK(info.about == std::vector<int>{row->second});
    CHECK(info.confidence >= 0.8);
    CHECK(role_of(info, 21) == (row->second == 22 ? "past" : ""));
    CHECK(info.mentioned.size() == (row->second == 22 ? 1 : 0));
  }
  CHECK(seen == static_cast<int>(expected.size()));
}

TEST_CASE("evidence points at the words") {
  const std::string text =
      "اختتام الجولة السابعة من محادثات أستانا\n\nاختتمت اليوم في العاصمة الكازاخية الجولة السابعة من "
      "محادثات أستانا "
      "حول سوريا بحضور وفود روسيا وتركيا وإيران.\n";
  const ReadText read(text);
  const RoundInfo info = detector().detect(read.reading(), {});
  REQUIRE(info.about == std::vector<int>{7});
  REQUIRE_FALSE(info.evidence.empty());
  const ByteRange range = info.evidence.front().range;
  CHECK(read.reading().zoned.text.substr(range.begin, range.end - range.begin) == "الجولة السابعة");
  CHECK(info.evidence.front().rule == "edition+number");
  CHECK(info.evidence.front().weight > 0);
}

TEST_CASE("a count of rounds held and a date in the file tell what no number says") {
  const std::string preview =
      "كازاخستان تستعد لاستقبال اجتماع جديد حول سوريا\n\nأعلنت وزارة الخارجية أن العاصمة تستعد لاستضافة "
      "محادثات أستانا "
      "المقبلة حول سوريا بحضور الدول الضامنة.\n\nوعقد حتى الآن 16 اجتماعا بصيغة أستانا.\n";
  CHECK(detect(preview).about == std::vector<int>{17});

  const std::string bare =
      "ختام محادثات أستانا حول سوريا\n\nاختتمت في العاصمة الكازاخية محادثات أستانا حول سوريا بحضور وفود "
      "الدول الضامنة.\n";
  CHECK(detect(bare).about.empty());
  CHECK(detect(bare).confidence < 0.5);
  CHECK(detect(bare, "2018-11-29").about == std::vector<int>{11});
  CHECK(detect(bare, "2018-11-29").confidence < 0.9);
}

TEST_CASE("whatever the words, the answer is in range and points into the text") {
  const std::vector<std::string> words = {
      "الجولة",    "السابعة",    "جولة",          "أستانا",  "8",
      "الـ21",     "من",         "حتى",           "الأولى",  "جنيف",
      "اجتماع",    "السادس عشر", "الدول الضامنة", "سوريا",   "روسيا",
      "16",        "اجتماعا",    "عقدت",          "الماضي",  "كانون الثاني",
      "2017",      "هي",         "والثامنة",      "المقبلة", ".",
      "،",         "\n",         "\n\n",          "\"",      "(",
      "سوتشي",     "15",         "وفدا",          "يومي",    "30 و31",
      "لافرنتييف", "نور سلطان"};
  CHECK(rc::check("words at random", [&] {
    const auto picks = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words));
    std::string text;
    for (const std::string& pick : picks) text += pick + " ";
    const ReadText read(text);
    const RoundInfo info = detector().detect(read.reading(), {});
    const std::size_t size = read.reading().zoned.text.size();
    RC_ASSERT(info.confidence >= 0 && info.confidence <= 1);
    RC_ASSERT(info.about.size() <= 1);
    for (const Evidence& evidence : info.evidence)
      RC_ASSERT(evidence.range.begin <= evidence.range.end && evidence.range.end <= size);
    for (const RoundMention& mention : info.mentioned) {
      RC_ASSERT(mention.range.begin < mention.range.end && mention.range.end <= size);
      RC_ASSERT(std::count(info.about.begin(), info.about.end(), mention.round) == 0);
      RC_ASSERT(mention.round >= 1 && mention.round <= 23);
    }
  }));
}

TEST_CASE("the date of publication is shown by its own words, where the text has them") {
  const std::string body =
      "بحثت الوفود في أستانا ملف المعتقلين، وقال مصدر في وفد المعارضة السورية إن المحادثات صعبة.\n";
  struct Case {
    std::string name;
    std::string text;
    std::string_view known_date;
    std::string words;
  };
  const std::string title = "وفود سوريا تلتقي في أستانا\n\n";
  const Case cases[]{
      {"a line of its own", title + "30 تشرين الأول 2017\n\n" + body, "2017-10-30", "30 تشرين الأول 2017"},
      {"in the sentence", title + "وصلت الوفود الاثنين 30 تشرين الأول 2017.\n" + body, "2017-10-30",
       "الاثنين 30 تشرين الأول 2017"},
      {"beside another", title + "قبل لقاء 4 تموز 2017 بأسابيع وصل وفد في 30 تشرين الأول.\n" + body,
       "2017-10-30", "30 تشرين الأول"},
      {"told as yesterday", title + "وصلت الوفود أمس الأحد 29 تشرين الأول 2017.\n" + body, "2017-10-30",
       "29 تشرين الأول 2017"},
      {"the round's own days are another date", title + "يلتقي الوفدان في 30 و31 تشرين الأول.\n" + body,
       "2017-10-30", ""},
      {"known from the file alone", title + body, "2017-10-30", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const ReadText read(c.text);
    const RoundInfo info = detector().detect(read.reading(), c.known_date);
    CHECK(info.about == std::vector<int>{7});
    std::string words;
    for (const Evidence& evidence : info.evidence) {
      CHECK(evidence.range.begin < evidence.range.end);
      if (evidence.rule == "publication-date")
        words =
            read.reading().zoned.text.substr(evidence.range.begin, evidence.range.end - evidence.range.begin);
    }
    CHECK(words == c.words);
  }
}

TEST_CASE("the address keeps the title that a saved page has lost") {
  const auto about = [](const std::string& url) {
    RawArticle raw;
    raw.url = url;
    raw.text =
        "بحثت الوفود في العاصمة الكازاخية ملف المعتقلين، وقال مصدر في وفد المعارضة السورية إن محادثات أستانا "
        "صعبة.\n";
    return bundled_annotator().annotate(raw).article->round.about;
  };
  CHECK(about("https://a.example/1/انطلاق-محادثات-أستانا-13") == std::vector<int>{13});
  CHECK(
      about(
          "https://a.example/1/%D8%A3%D8%B3%D8%AA%D8%A7%D9%86%D8%A7-13-%D8%A7%D9%84%D9%8A%D9%88%D9%85?p=9") ==
      std::vector<int>{13});
  CHECK_MESSAGE(about("https://a.example/1/انطلاق-محادثات-أستانا-2").empty(), "a copy's number");
  CHECK_MESSAGE(about("https://a.example/1/من-أستانا-5-إلى-أستانا-13").empty(), "two");
  CHECK(about("https://a.example/13/محادثات-أستانا").empty());
  CHECK(about("https://a.example/%zz/%D8").empty());
  CHECK(about("").empty());
}

TEST_CASE("short news of a numbered round needs no other witness") {
  struct Case {
    std::string name;
    std::string text;
    std::string_view known_date;
    std::vector<int> about;
  };
  const Case cases[]{
      {"title and a line",
       "اختتام الجولة السابعة من محادثات أستانا\nانتهت يوم الثلاثاء الجولة السابعة.",
       "2017-10-31",
       {7}},
      {"a feed's item",
       "انطلاق الجولة 13 من أستانا\nبدأت الجولة الثالثة عشرة من محادثات أستانا في نور سلطان.",
       "2019-08-01",
       {13}},
      {"in figures", "الجولة 22 من محادثات أستانا\nانطلقت الجولة اليوم.", "2024-11-12", {22}},
      {"in Sochi",
       "بدأت في سوتشي الجولة العاشرة من مفاوضات أستانا، وقال لافرنتييف إن النقاش مفيد.",
       "2018-07-30",
       {10}},
      {"in a war that broke out before",
       "انطلقت أمس جولة ثالثة من المحادثات السورية في أستانا برعاية روسيا وتركيا. وسقط آلاف القتلى منذ "
       "اندلاع "
       "الحرب في مارس 2011. وغابت الفصائل عن الجولة الثالثة من محادثات أستانا.",
       "",
       {3}},
      {"under preparation",
       "أجرى الوفد حوارا مع وفد الأمم المتحدة حول صيغة أستانا وسوريا.\nوفي حديثه عن التحضيرات الجارية "
       "لمفاوضات "
       "أستانا-2 قال لافرنتييف إن الوفود وصلت.",
       "",
       {2}},
      {"after so many",
       "تعقد جولة محادثات جديدة بين النظام السوري والفصائل في 21 و22 كانون الأول في العاصمة أستانا، بحسب "
       "كازاخستان.\nوتبحث محادثات أستانا خفض التصعيد.\nوقد انعقدت 16 جولة من المفاوضات حتى الآن.",
       "",
       {17}},
      {"told as past on the day after it ended",
       "قالت الخارجية الروسية إن جهة ثالثة كانت وراء غياب الفصائل عن الجولة الثالثة من محادثات أستانا.\nيذكر "
       "أن "
       "رئيس الوفد كان قد شرح أسباب الغياب عن الجولة الثالثة.",
       "2017-03-16",
       {3}},
      {"told as past when the next one is near",
       "قالت الخارجية الروسية إن جهة ثالثة كانت وراء غياب الفصائل عن الجولة الثالثة من محادثات أستانا.\nيذكر "
       "أن "
       "رئيس الوفد كان قد شرح أسباب الغياب عن الجولة الثالثة.",
       "2017-05-02",
       {4}},
      {"before the process",
       "اختتام الجولة الثانية من محادثات أستانا\nانتهت الجولة الثانية أمس.",
       "2015-10-05",
       {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(detect(c.text, c.known_date).about == c.about);
  }
}

TEST_CASE("nothing of the process, nothing known") {
  CHECK(detect("").about.empty());
  CHECK(detect("الجولة السابعة من الدوري\n\nانتهت الجولة السابعة من الدوري في ملعب أستانا أرينا.\n")
            .about.empty());
  CHECK(detect("افتتحت الدورة الـ12 لمنتدى أستانة الاقتصادي في نور سلطان بحضور رئيسي روسيا وتركيا.")
            .about.empty());
  CHECK(detect(
            "إيران تدعو إلى اجتماع رؤساء دول مسار أستانا\n\nعقدت آخر جولات أستانا في 21 كانون الأول 2021 حول "
            "سوريا.\n\nوقال السفير إن عملية أستانا على مستوى القادة ستعقد في إيران.",
            "2022-05-10")
            .about.empty());
  const std::string older =
      "لقاء معارضين في آستانا 2\n\nاختتم معارضون سوريون اجتماع آستانا 2 في الرابع من تشرين الأول 2015 بدعوة "
      "إلى روسيا.\n";
  CHECK(detect(older).about.empty());
}

}  // namespace
}  // namespace mahdar
