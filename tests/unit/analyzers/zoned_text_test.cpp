#include "analyzers/about/zoned_text.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace mahdar {
namespace {

const std::string kLead =
    "بدأت في العاصمة الكازاخستانية صباح اليوم أعمال الجولة الخامسة من المحادثات، بحضور وفود الدول الثلاث، "
    "على أن "
    "تصدر في ختامها وثيقة مشتركة تتناول ما اتفق عليه المجتمعون في اليومين الماضيين.";
const std::string kSecond =
    "وقال رئيس الوفد للصحفيين إن النقاش تناول خرائط المناطق الأربع وطريقة مراقبتها، وإن الخبراء سيواصلون "
    "عملهم حتى "
    "مساء الغد قبل أن ترفع النتائج إلى الجلسة العامة.";
const std::string kThird =
    "ورأى مراقبون حضروا الاجتماع أن الخلاف على أسماء الدول التي سترسل المراقبين لا يزال قائما، وأن حله يحتاج "
    "إلى "
    "جولة أخرى من المشاورات بين العواصم المعنية.";

OutletNames outlets() {
  OutletNames names;
  for (const char* name : {"الأناضول", "بلدي نيوز", "سانا"}) names.add(name);
  return names;
}

RawArticle raw_of(std::string text, std::string title = {}) {
  RawArticle raw;
  raw.text = std::move(text);
  raw.title = std::move(title);
  return raw;
}

ZonedText zone(std::string text, std::string title = {}) {
  return zone_text(raw_of(std::move(text), std::move(title)), outlets());
}

std::string title_of(const ZonedText& zoned) {
  return zoned.text.substr(0, zoned.title_end);
}

bool has(const ZonedText& zoned, std::string_view words) {
  return zoned.text.find(words) != std::string::npos;
}

TEST_CASE("a title is given, found, or borrowed from the lead") {
  const std::string headline = "انطلاق الجولة الخامسة من المحادثات";
  struct Row {
    std::string name;
    std::string text;
    std::string given;
    std::string title;
  };
  const std::vector<Row> rows = {
      {"first line", headline + "\n\n" + kLead + "\n" + kSecond, "", headline},
      {"given, not in the text", kLead + "\n" + kSecond, headline, headline},
      {"given, and again in the text", headline + "\n" + kLead, headline, headline},
      {"repeated with the site's motto", headline + " - صوت الجميع\n\n" + headline + "\n" + kLead, "",
       headline},
      {"given with the site's name", headline + "\n" + kLead, headline + " | موقع الأخبار", headline},
      {"below a section name", "سياسة\n\n" + headline + "\n\n" + kLead, "", headline},
      {"below a kicker", "مع بداية الأسبوع\n" + headline + "\n" + kLead, "", headline},
      {"below a date stamp", "الأحد 16 يونيو 2024 10:30 ص\n" + headline + "\n" + kLead, "", headline},
      {"below an outlet", "بلدي نيوز\n" + headline + "\n" + kLead, "", headline},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const ZonedText zoned = zone(row.text, row.given);
    CHECK(title_of(zoned) == row.title);
    CHECK(zoned.text[zoned.title_end] == '\n');
    CHECK(zoned.zone_at(0) == Zone::kTitle);
    CHECK(zoned.text.find(headline, zoned.title_end) == std::string::npos);
    CHECK(has(zoned, kLead));
  }
}

TEST_CASE("without a headline the lead lends its beginning and stays whole") {
  const ZonedText zoned = zone(kLead + " " + kSecond + "\n" + kThird + "\n");
  CHECK(zoned.text == kLead + " " + kSecond + "\n" + kThird + "\n");
  CHECK(title_of(zoned) == kLead);
  CHECK(zoned.text[zoned.title_end] == ' ');
  CHECK(zoned.zone_at(0) == Zone::kLead);
}

TEST_CASE("a line that is nothing but a date is never the title") {
  struct Row {
    std::string name;
    std::string text;
    std::string given;
    std::string title;
  };
  const std::string stamp = "الجمعة 3 حزيران 2022";
  const std::vector<Row> rows = {
      {"above the paragraph that lends the title", stamp + "\n\n" + kLead, "", kLead},
      {"below a section name", "اقتصاد\n\n3/6/2022\n\n" + kLead, "", kLead},
      {"two of them", stamp + "\n10:30 ص\n\n" + kLead, "", kLead},
      {"a Hijri date", "4 ذو القعدة 1443 هـ\n\n" + kLead, "", kLead},
      {"a day in words", "الثالث من حزيران 2022\n\n" + kLead, "", kLead},
      {"with the temperature of the day", "السبت, نوفمبر 23, 2024  9.4 C\n\n" + kLead, "", kLead},
      {"given", kLead, stamp, kLead},
      {"alone", stamp, "", ""},
      {"a given title of one word that dates have", kLead, "الأول", "الأول"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const ZonedText zoned = zone(row.text, row.given);
    CHECK(title_of(zoned) == row.title);
    CHECK(has(zoned, row.title));
  }
  CHECK_MESSAGE(has(zone(stamp + "\n\n" + kLead), stamp), "the date stays in the text");
}

TEST_CASE("boilerplate is cut") {
  struct Row {
    std::string name;
    std::string before;  ///< above the lead
    std::string inside;  ///< between the second and the third paragraph
    std::string after;
    std::string gone;
  };
  const std::vector<Row> rows = {
      {"related articles", "", "", "مقالات ذات صلة\n\nعنوان مقال آخر عن أمر آخر", "عنوان مقال آخر"},
      {"comment form", "", "", "اترك تعليقاً\nلن يتم نشر عنوان بريدك الإلكتروني.", "بريدك"},
      {"comment notice", "", "", "التعليقات\nجميع التعليقات المنشورة تعبر عن رأي كتّابها", "كتّابها"},
      {"promotion", "قراؤنا من مستخدمي إنستجرام\nإضغط هنا للإشتراك\n", "", "", "إنستجرام"},
      {"read also with its link", "", "اقرأ أيضاً: خبر قديم عن موضوع بعيد\n", "", "خبر قديم"},
      {"read also above its links", "", "اقرأ أيضا:\nخبر قديم عن موضوع بعيد\nوخبر ثان بعده\n", "", "قديم"},
      {"sharing", "شارك\nفيسبوك\nتويتر\n", "", "", "تويتر"},
      {"font buttons", "ع ع ع\n+A حجم الخط -A\n", "", "", "حجم"},
      {"short codes", "", "[ad_1]\n<!-- end -->\n", "", "ad_1"},
      {"reader count", "", "", "1,288 مشاهدة", "1,288"},
      {"tags", "", "", "الوسوم: أستانة، جولة\nمفاوضات", "الوسوم"},
      {"a single tag", "", "", "الوسم: ألبانيا", "ألبانيا"},
      {"a film with its name in the line", "", "فيديو قد يعجبك: مباراة ألبانيا\n", "", "ألبانيا"},
      {"read on, in Turkish", "", "", "Bu haberler de ilginizi çekebilir!\nمباراة ألبانيا غدا", "ألبانيا"},
      {"rights", "", "", "جميع الحقوق محفوظة لموقعنا", "الحقوق"},
      {"lines of marks", "", "***\n//\n", "//", "//"},
      {"the text again", "", kLead + "\n", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::string title = "انطلاق الجولة الخامسة من المحادثات";
    const ZonedText zoned = zone(title + "\n" + row.before + kLead + "\n" + kSecond + "\n" + row.inside +
                                 kThird + "\n" + row.after);
    CHECK(zoned.text == title + "\n" + kLead + "\n" + kSecond + "\n" + kThird + "\n");
    if (!row.gone.empty()) CHECK_FALSE(has(zoned, row.gone));
  }
}

TEST_CASE("what only resembles boilerplate stays") {
  const std::vector<std::string> kept = {
      "آخر الأخبار\n" + kSecond + "\n" + kThird + "\n" + kSecond + " وهذا آخر.",
      "المصدر أكد أن الاجتماع سينعقد مرة ثانية قبل نهاية الشهر، ولم يذكر اليوم.\n",
      "سياسة\n" + kThird + "\n",
      "بعد مشاهدة آثار القصف\n" + kThird + "\n",
  };
  for (const std::string& text : kept) {
    CAPTURE(text);
    const ZonedText zoned = zone("انطلاق الجولة الخامسة من المحادثات\n" + kLead + "\n" + text);
    CHECK(has(zoned, text.substr(text.find('\n') + 1, 60)));
  }
}

TEST_CASE("signatures are cut and remembered") {
  const std::string text =
      "عنوان من أربع كلمات\n" + std::string("بلدي نيوز \n\n") + kLead + "\n" + kSecond + "\n";
  using Lines = std::vector<std::string>;
  CHECK(zone(text).signatures == Lines{"بلدي نيوز"});
  CHECK(zone(text + "الأناضول\n\nمقالات ذات صلة\n").signatures == Lines{"بلدي نيوز", "الأناضول"});
  CHECK(zone(kLead + "\nالمصدر: وكالة سانا\n").signatures == Lines{"المصدر: وكالة سانا"});
  CHECK_FALSE(has(zone(kLead + "\nالمصدر: وكالة سانا\n"), "المصدر"));
  CHECK(zone(kLead + "\n(سانا)").signatures == Lines{"(سانا)"});
}

TEST_CASE("a teaser goes where its paragraph follows") {
  const std::string teaser = kLead.substr(0, kLead.find("، على")) + "...";
  const ZonedText zoned =
      zone("انطلاق الجولة الخامسة\n\n" + teaser + "\nتعليق الصورة هنا\n\n" + kLead + "\n");
  CHECK_FALSE(has(zoned, "..."));
  CHECK(has(zoned, kLead));
  CHECK(has(zone("انطلاق الجولة الخامسة\n\n" + teaser + "\n" + kSecond), "..."));
}

TEST_CASE("zones") {
  const std::string past = "يذكر أن الجولة السابقة عقدت قبل شهرين وانتهت إلى توقيع مذكرة.";
  const std::string more = "ونصت المذكرة على أربع مناطق.";
  const ZonedText zoned =
      zone("عنوان من أربع كلمات\n" + kLead + "\n" + kSecond + "\n" + kThird + "\n" + past + "\n" + more);
  const std::vector<Zone> expected = {Zone::kTitle, Zone::kLead,       Zone::kLead,
                                      Zone::kBody,  Zone::kBackground, Zone::kBackground};
  REQUIRE(zoned.paragraphs.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(i);
    CHECK(zoned.paragraphs[i].zone == expected[i]);
    CHECK(zoned.zone_at(zoned.paragraphs[i].range.end) == expected[i]);
  }
}

TEST_CASE("a page without line breaks is no lead from end to end") {
  std::string flat;
  for (int i = 0; i < 6; ++i) flat += kLead + " " + kSecond + " ";
  const ZonedText zoned = zone(flat);
  REQUIRE(zoned.paragraphs.size() == 2);
  CHECK(zoned.zone_at(0) == Zone::kLead);
  CHECK(zoned.text[zoned.paragraphs[0].range.end - 1] == '.');
  CHECK(zoned.zone_at(zoned.paragraphs[1].range.begin) == Zone::kBody);
  CHECK(zoned.paragraphs[1].range.end == zoned.text.size() - 1);
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

TEST_CASE("the text is the title and a subsequence of the lines, and every segment points back") {
  const auto line =
      rc::gen::oneOf(rc::gen::element<std::string>(
                         "سياسة", "مقالات ذات صلة", "اقرأ أيضا", "عنوان من أربع كلمات", "المصدر: سانا",
                         "سانا", "//", "", "  فراغ  ", "قطعت...", "\xC2\xA0\xD9", "١٢٣", "3 حزيران 2022",
                         "اترك تعليقا", kLead, kSecond, kThird, kLead.substr(0, 200) + "..."),
                     rc::gen::container<std::string>(rc::gen::inRange<char>(-128, 127)));
  CHECK(rc::check([&] {
    const auto lines = *rc::gen::container<std::vector<std::string>>(line);
    RawArticle raw;
    for (const std::string& l : lines) raw.text += l + "\n";
    const ZonedText zoned = zone_text(raw, outlets());
    for (const TextSegment& segment : zoned.segments) {
      const std::size_t length = segment.range.end - segment.range.begin;
      RC_ASSERT(zoned.text.substr(segment.range.begin, length) == raw.text.substr(segment.origin, length));
    }
    // The headline or the paragraph that lends the title stands first, whatever stamps are above it.
    std::size_t from = 0;
    for (std::size_t i = 1; i < zoned.segments.size(); ++i) {
      RC_ASSERT(zoned.segments[i].origin >= from);
      from = zoned.segments[i].origin + zoned.segments[i].range.end - zoned.segments[i].range.begin;
    }
    RC_ASSERT(lines_of(zoned.text).size() <= zoned.paragraphs.size());
    RC_ASSERT(zoned.title_end <= zoned.text.size());
  }));
}

}  // namespace
}  // namespace mahdar
