#include "analyzers/about/source_detector.h"

#include <string>

#include <doctest/doctest.h>

#include "tests/unit/analyzers/small_world.h"

namespace mahdar {
namespace {

SourceInfo source_of(RawArticle raw) {
  static const SourceDetector detector(SmallWorld::instance().taxonomy);
  const ReadArticle article(std::move(raw));
  return detector.detect(article.reading());
}

/// "outlet/agency by basis"; no text: "/ by none".
std::string source_in(const std::string& text) {
  RawArticle raw;
  raw.text = text;
  const SourceInfo info = source_of(raw);
  return info.id + "/" + info.agency + " by " + info.basis;
}

/// Enough running text for the lines around it to be told from it.
const std::string kStory =
    "عقدت الوفود المشاركة في المحادثات حول سوريا اجتماعات ثنائية وثلاثية في عاصمة كازاخستان، وبحثت ملفات "
    "المعتقلين "
    "والمفقودين ومناطق خفض التصعيد وعودة اللاجئين إلى مدنهم وقراهم.\n";

struct Row {
  std::string phenomenon;
  std::string text;
  std::string source;
};

}  // namespace

TEST_CASE("the text itself tells its source") {
  const std::string title = "اجتماعات ثنائية في أستانا\n\n";
  const Row rows[] = {
      {"place, dash, agency, dash", title + "أستانا-سانا\n" + kStory, "sana/ by dateline"},
      {"place, agency in brackets", title + "أستانا (رويترز) - " + kStory, "reuters/ by dateline"},
      {"place, state, agency with letters apart", title + "أستانة (كازاخستان)- (أ ف ب): " + kStory,
       "afp/ by dateline"},
      {"an outlet's word of the language in a dateline", title + "العالم - سوريا\n" + kStory,
       "al-alam/ by signature"},
      {"the same before the first word", title + "الثورة: " + kStory, "al-thawra/ by dateline"},
      {"the same in running text", title + kStory + "وتحدث الوفد عن الثورة وعن العالم في ختام اللقاء.\n",
       "/ by none"},
      {"a place that is an outlet too, in a dateline", title + "أستانا: «الشرق الأوسط»\n" + kStory,
       "asharq-al-awsat/ by dateline"},
      {"a signature line", title + kStory + "\nالمصدر: وكالة سانا\n", "sana/ by signature"},
      {"a signature the taxonomy lacks", title + kStory + "\nالمصدر: شبكة المراسلين\n",
       "شبكة المراسلين/ by signature"},
      {"an outlet below the title, an agency at the end", title + "هيومن فويس\n\n" + kStory + "\nالأناضول\n",
       "human-voice/anadolu by signature"},
      {"an outlet below the title, an agency quoted",
       title + "بلدي نيوز\n\n" + kStory + "وبحسب وكالة \"الأناضول\"، تستمر اللقاءات يومين.\n",
       "baladi-news/anadolu by signature"},
      {"the first agency quoted counts",
       title + "بلدي نيوز\n\n" + kStory + "وبحسب وكالة الأناضول تستمر اللقاءات. ونقلت رويترز غير ذلك.\n",
       "baladi-news/anadolu by signature"},
      {"an outlet that received a statement",
       title + kStory + "وقال الوفد في بيان تلقت \"إيلاف\" نسخة منه.\n", "elaph/ by signature"},
      {"its reporter", title + kStory + "وأفاد مراسل سانا بأن الجلسة مغلقة.\n", "sana/ by signature"},
      {"an agency quoted alone", title + kStory + "ونقلت وكالة الأناضول عن الوفد قوله.\n",
       "anadolu/anadolu by quoted"},
      {"said to an agency", title + kStory + "وأضاف لوكالة الأناضول أن اللقاء إيجابي.\n",
       "anadolu/anadolu by quoted"},
      {"an interview is no source", title + kStory + "ودعا في مقابلة مع قناة روسيا اليوم إلى الحوار.\n",
       "/ by none"},
      {"no source", title + kStory, "/ by none"},
      {"no text", "", "/ by none"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phenomenon);
    CHECK(source_in(row.text) == row.source);
  }
}

TEST_CASE("metadata and address go before the text") {
  RawArticle raw;
  raw.text = kStory + "\nالمصدر: وكالة سانا\n";
  raw.url = "https://www.elaph.com/Web/News/2017/12/1181.html";
  SUBCASE("the address") {
    const SourceInfo info = source_of(raw);
    CHECK(info.id == "elaph");
    CHECK(info.basis == "url");
    CHECK(info.agency == "sana");
  }
  SUBCASE("metadata, by a name") {
    raw.source = "بلدي نيوز";
    CHECK(source_of(raw).id == "baladi-news");
    CHECK(source_of(raw).basis == "meta");
  }
  SUBCASE("metadata, by an id") {
    raw.source = "human-voice";
    CHECK(source_of(raw).id == "human-voice");
  }
  SUBCASE("metadata, by a name the taxonomy lacks") {
    raw.source = "شبكة المراسلين";
    CHECK(source_of(raw).id == "شبكة المراسلين");
  }
}

TEST_CASE("an address the taxonomy lacks gives its host, after all else") {
  RawArticle raw;
  raw.text = kStory;
  raw.url = "https://www.Example.org:8080/a/b?c=1";
  CHECK(source_of(raw).id == "example.org");
  raw.text += "\nالمصدر: وكالة سانا\n";
  CHECK(source_of(raw).id == "sana");
}

TEST_CASE("subdomains belong to their host") {
  const SourceNames names(SmallWorld::instance().taxonomy);
  REQUIRE(names.at_url("http://m.baladi-news.com/x") != nullptr);
  CHECK(names.at_url("http://m.baladi-news.com/x")->id == "baladi-news");
  CHECK(names.at_url("http://notbaladi-news.com/x") == nullptr);
  CHECK(names.at_url("") == nullptr);
}

TEST_CASE("evidence lies in the text") {
  RawArticle raw;
  raw.text = "اجتماعات ثنائية في أستانا\n\nأستانا-سانا\n" + kStory;
  const ReadArticle article(raw);
  const SourceInfo info = SourceDetector(SmallWorld::instance().taxonomy).detect(article.reading());
  REQUIRE(info.evidence.size() == 1);
  const ByteRange range = info.evidence[0].range;
  CHECK(article.zoned.text.substr(range.begin, range.end - range.begin) == "سانا");
}

}  // namespace mahdar
