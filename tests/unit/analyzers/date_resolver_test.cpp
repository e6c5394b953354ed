#include "analyzers/about/date_resolver.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

#include "analyzers/about/source_detector.h"
#include "tests/unit/analyzers/article_date.h"

namespace mahdar {

using test::article_with;
using test::date_of;
using test::DateRow;
using test::kStory;
using test::published;

TEST_CASE("a month to come is not that of the text") {
  const std::string text =
      "أعلنت كازاخستان اليوم الجمعة أن نور سلطان تستضيف الجولة الـ13 حول سوريا في بداية آب المقبل.";
  CHECK(date_of(article_with(text), {13}).published.substr(0, 7) != "2019-08");
}

TEST_CASE("the text's own dates") {
  const DateRow rows[] = {
      {"today, weekday, full date",
       "افتتحت اليوم الاثنين 23 كانون الثاني/يناير 2017 المحادثات في أستانا.",
       {},
       "2017-01-23 by text"},
      {"yesterday, weekday, full date",
       "التقى الوفدان أمس الثلاثاء 24 كانون الثاني 2017 في أستانا.",
       {},
       "2017-01-25 by text"},
      {"a full date in the lead",
       "اختتمت الوفود لقاءاتها الخميس 14 كانون الأول/ديسمبر 2017 في جنيف.",
       {},
       "2017-12-14 by text"},
      {"a stamp on a line of its own",
       "لقاءات\n\n05.11.2024\n\nتستضيف كازاخستان محادثات جديدة حول سوريا بمشاركة وفود كثيرة من المنطقة.",
       {},
       "2024-11-05 by text"},
      {"a dateline",
       "لقاءات\n\nطهران 19/07/2022 – التقى رؤساء الدول الضامنة في العاصمة الإيرانية وبحثوا الأوضاع.",
       {},
       "2022-07-19 by text"},
      {"a dateline that is a sentence, beside a weekday to come",
       "قمة طهران الثلاثية تنطلق الجمعة\n\nطهران - 5 أيلول 2018. تستضيف طهران القمة الثالثة حول سوريا.",
       {},
       "2018-09-05 by text"},
      {"a dateline against a round wrongly told",
       "محادثات حول سوريا\n\nنور سلطان - 30 أيار 2022 - وصلت الوفود إلى العاصمة وبدأت لقاءات ثنائية تمهيدية.",
       {6},
       "2022-05-30 by text"},
      {"a day of this month, and the year alone",
       "تستضيف العاصمة الكازاخية محادثات حول سوريا في 12 و13 من حزيران الجاري، وهي الثانية عام 2017.",
       {},
       "2017-06 by text"},
      {"a date of the past in the background tells nothing",
       kStory + "يذكر أن الهدنة تسري منذ الثلاثين من كانون الأول 2016.",
       {},
       " by none"},
      {"a day from which time is counted is no day of writing",
       "عقد الرؤساء قمة ثلاثية في أنقرة بعد نحو 4 أشهر من قمة مماثلة في مدينة سوتشي في 22 نوفمبر 2017.",
       {},
       " by none"},
      {"a deadline is no day of writing",
       "تنص الوثيقة على إنجاز الخرائط بحلول 22 أيار 2017 في كل المناطق.",
       {},
       " by none"},
      {"a stamp of the day after the text",
       "قمة جديدة في أنقرة\n\nهيئة التحرير 14 أيلول 2019\n\nذكرت الرئاسة التركية اليوم الجمعة أن القمة ستبحث "
       "الأوضاع في "
       "إدلب وعودة اللاجئين.",
       {},
       "2019-09-13 by text"},
      {"when something was last, beside the stamp",
       "قمة ثلاثية\n\nبيان ختامي للقمة في طهران\n\nالأربعاء,٢٠ تموز ٢٠٢٢\n\nاستعرض الرؤساء في لقائهم ما جرى "
       "في سوريا منذ "
       "قمتهم الأخيرة في 1 تموز 2020.",
       {},
       "2022-07-20 by text"},
      {"the day of an agreement recalled, on the weekday of the text",
       "بحث الوزيران الاثنين في اتصال هاتفي تنفيذ التفاهمات التي تم التوصل إليها خلال لقاء الرئيسين في 17 "
       "أيلول "
       "2018 في سوتشي.",
       {},
       " by none"},
      {"the day of a memorandum recalled",
       "شدد الوزيران في لقائهما الثلاثاء على تنفيذ المذكرة المبرمة في 22 تشرين الأول 2019.",
       {},
       " by none"},
      {"when something was last, alone",
       "استعرض الرؤساء في لقائهم ما جرى في سوريا بعد قمتهم السابقة في 1 تموز 2020.",
       {},
       " by none"},
      {"a text is younger than what it tells",
       "جرى التبادل في 24 تشرين الثاني 2018 تطبيقا لمؤتمر عقد بتاريخ 24 كانون الثاني 2017.",
       {},
       "2018-11-24 by text"},
      {"no year anywhere", "التقى الوفدان أمس الثلاثاء 24 كانون الثاني في أستانا.", {}, " by none"},
      {"no date", "عقد الوفدان لقاء.", {}, " by none"},
      {"nothing", "", {}, " by none"},
  };
  for (const DateRow& row : rows) {
    CAPTURE(row.phenomenon);
    CHECK(published(article_with(row.text), row.rounds) == row.published);
  }
}

TEST_CASE("the round's days, told by the text's words") {
  const DateRow rows[] = {
      {"its days of next month",
       "أعلنت الخارجية أن الجولة السابعة ستعقد يومي 30 و31 من الشهر القادم.",
       {7},
       "2017-09 by round"},
      {"a day of last month is none of the text's own",
       "وصل الوفد صباح اليوم السبت للمشاركة في مباحثات أستانة حول سوريا. ومن المقرر أن تنطلق المباحثات بعد "
       "غد الاثنين. "
       "وأمس الجمعة أعلنت المعارضة اسم رئيس وفدها. ومن المنتظر أن يشكل اتفاق وقف إطلاق النار الذي بدأ في 30 "
       "ديسمبر الماضي "
       "القضية المحورية.",
       {1},
       "2017-01-21 by round"},
      {"its days of next month, without a noun",
       "أعلنت الخارجية أن الجولة السابعة ستعقد في 30 و31 من الشهر المقبل.",
       {7},
       "2017-09 by round"},
      {"days of this month against the round's own",
       "أعلنت الخارجية أن الجولة المقبلة ستعقد يومي 12 و13 من حزيران الجاري. وكانت السابقة في 3 و4 أيار "
       "2017.",
       {5},
       "2017-06 by text"},
      {"its days of this month",
       "أعلنت الخارجية أن الجولة السابعة ستعقد يومي 30 و31 من الشهر الجاري.",
       {7},
       "2017-10 by round"},
      {"days of next month that are not its own",
       "اختتمت الجولة السابعة في أستانا، على أن يلتقي الخبراء في 12 و13 من الشهر المقبل.",
       {7},
       " by none"},
      {"a day on which several will meet",
       "وقال نائب الوزير إن وزراء الدول الثلاث سيعقدون في الـ31 من الشهر الجاري اجتماعا على هامش الجولة "
       "السابعة.",
       {7},
       "2017-10 by round"},
      {"it begins today", "انطلقت اليوم أعمال الجولة السابعة في أستانا.", {7}, "2017-10-30 by round"},
      {"the first day, not said to be today",
       "شهدت أستانا في اليوم الأول من الجولة السابعة عدة لقاءات.",
       {7},
       "2017-10 by round"},
      {"it ends", "اختتمت في أستانا الجولة السابعة من المحادثات.", {7}, "2017-10-31 by round"},
      {"it ended yesterday", "اختتمت أمس في أستانا الجولة السابعة.", {7}, "2017-11-01 by round"},
      {"the closing session is tomorrow",
       "التقت الوفود في أستانا، وتعقد الجلسة الختامية يوم غد.",
       {7},
       "2017-10-30 by round"},
      {"it begins tomorrow", "تنطلق غداً في أستانا الجولة السابعة.", {7}, "2017-10-29 by round"},
      {"today's weekday decides", kStory + "وتستكمل المناقشات اليوم الثلاثاء.", {7}, "2017-10-31 by round"},
      {"today's weekday against the first day",
       "بدأت الوفود بالوصول اليوم الأحد للمشاركة في الجولة السابعة.",
       {7},
       "2017-10-29 by round"},
      {"today's weekday before announced days of this month, told by an earlier statement",
       "وصل الوفد ظهر اليوم الأحد إلى العاصمة للمشاركة في الجولة السابعة. وكانت الوزارة قد ذكرت في بيان لها، "
       "في "
       "التاسع عشر من تشرين الأول الجاري، أن الاجتماع سيعقد يومي الـ30 والـ31 من تشرين الأول الحالي.",
       {7},
       "2017-10-29 by round"},
      {"a delegation arrives, its head named before the day",
       "تستضيف العاصمة، الاثنين والثلاثاء، الجولة السابعة. ووصل وفد الجمهورية العربية السورية برئاسة مندوبها "
       "الدائم "
       "لدى الأمم المتحدة، ظهر اليوم الأحد، إلى العاصمة. وذكرت الوزارة في بيان لها، في الخامس والعشرين من "
       "تشرين "
       "الأول الجاري، أن الاجتماع المقبل سيعقد يومي الـ30 والـ31 من تشرين الأول الحالي.",
       {7},
       "2017-10-29 by round"},
      {"weekdays of what is still to come",
       "أعلنت الخارجية أن الجولة السابعة ستعقد في 30 و31 تشرين الأول الجاري، ويوم الاثنين ستعقد لقاءات "
       "ثنائية "
       "والثلاثاء ستكون الجلسة العامة.",
       {7},
       "2017-10 by round"},
      {"a weekday alone", "عقد الوفد اجتماعاً الاثنين في افتتاح الجولة السابعة.", {7}, "2017-10-30 by round"},
      {"a range of the current month and today",
       "بدأت اليوم الاثنين لقاءات تستمر يومي 11 و12 من تشرين الثاني الجاري.",
       {22},
       "2024-11-11 by text"},
      {"a wrong month beside the right one",
       "تعقد اليوم الاثنين 30 تشرين الأول/ نوفمبر الجولة السابعة.",
       {7},
       "2017-10-30 by text"},
      {"next week alone", "تستضيف أستانا الأسبوع المقبل الجولة السابعة.", {7}, " by none"},
      {"the closing statement announces the next one",
       "أكد البيان الختامي لاجتماع أستانا 7 اليوم الثلاثاء التزام الدول الضامنة، ويعقد الاجتماع القادم نهاية "
       "الشهر المقبل.",
       {7},
       "2017-10-31 by round"},
      {"a Friday of the week before",
       "أعلنت كازاخستان اليوم الجمعة وصول الوفود إلى لقاء يعقد يومي 30 و31 من تشرين الأول الجاري.",
       {7},
       "2017-10-27 by round"},
      {"a weekday, and next week",
       "أعلنت كازاخستان اليوم الخميس أن الجولة السابعة تبدأ الأسبوع المقبل.",
       {7},
       "2017-10 by round"},
      {"a statement's day before the announced ones",
       "أعلنت الوزارة يوم الخميس 18 كانون الثاني 2024 أن الجولة ستُعقد يومي 24 و25 من الشهر الجاري.",
       {21},
       "2024-01-18 by text"},
      {"a weekday of some week before the round's day is known",
       "قال رئيس الوفد الروسي اليوم الخميس إن الوزراء سيعلنون موعد الجولة السابعة.",
       {7},
       " by none"},
      {"its first day was last Monday",
       "نشر مركز أبحاث تقريرا عن الجولة السابعة التي افتتحت يوم الاثنين الماضي في أستانا.",
       {7},
       " by none"},
      {"delegations arrive today",
       "قال رئيس وفد المعارضة الذي وصل صباح اليوم إلى أستانا إنه يحمل ملف المعتقلين.",
       {7},
       "2017-10 by round"},
      {"what is expected of this month",
       "توقعت موسكو أن تباشر اللجنة أعمالها في الـ29 من تشرين الأول الجاري، وأن تليها الجولة السابعة.",
       {7},
       "2017-10 by round"},
      {"no word on the day", "بحث الوفدان في أستانا ملف المعتقلين.", {7}, " by none"},
      {"an outlet that is called today",
       "قالت قناة روسيا اليوم إن الجولة السابعة بحثت ملف المعتقلين.",
       {7},
       " by none"},
  };
  for (const DateRow& row : rows) {
    CAPTURE(row.phenomenon);
    CHECK(published(article_with(row.text), row.rounds) == row.published);
  }
}

TEST_CASE("metadata and address") {
  RawArticle raw = article_with(kStory);
  raw.url = "https://a.example/2017/10/30/talks";
  CHECK(published(raw) == "2017-10-30 by url");
  raw.date = "Tue, 31 Oct 2017 01:00:00 +0600";
  CHECK(published(raw) == "2017-10-31 by meta");
  raw.date = "2024-11-23";
  CHECK_MESSAGE(published(raw) == "2017-10-30 by url", "the day the page was fetched");
  raw.url.clear();
  CHECK(published(raw) == "2024-11-23 by meta");
  raw.date = "2017-10";
  raw.url = "https://a.example/2017/10/30/talks";
  CHECK_MESSAGE(published(raw) == "2017-10-30 by url", "the finer of the two");
}

TEST_CASE("confidence lies between 0 and 1, evidence in the text") {
  for (const char* text : {"انطلقت اليوم الاثنين 30 تشرين الأول 2017 الجولة السابعة.", "عقد لقاء.", ""}) {
    const ReadArticle article(article_with(text));
    const DateInfo info = date_of(article.raw, {7});
    CHECK(info.confidence >= 0);
    CHECK(info.confidence <= 1);
    for (const Evidence& evidence : info.evidence) {
      CHECK(evidence.range.begin < evidence.range.end);
      CHECK(evidence.range.end <= article.zoned.text.size());
    }
  }
}

TEST_CASE("long texts full of what looks like clues come to an end") {
  constexpr std::size_t kBytes = 1 << 20;
  for (const char* piece : {"بدأ اليوم ", "1-2-2003 ", "رجب ", "سانا - ", "منصة موسكو ", "سانا\n", "30 و",
                            "(", "12:30\n", "الاثنين ستعقد ", "التوصل إليها في 17 أيلول 2018 "}) {
    std::string text;
    while (text.size() < kBytes) text += piece;
    const ReadArticle article(article_with(text));
    CHECK(date_of(article.raw, {7}).confidence <= 1);
    CHECK(SourceDetector(SmallWorld::instance().taxonomy).detect(article.reading()).evidence.size() <=
          article.entities.size());
  }
}

namespace {

std::filesystem::path seeds_folder() {
  if (const char* folder = std::getenv("MAHDAR_SEEDS")) return folder;
  return std::filesystem::path(MAHDAR_SOURCE_DIR) / ".." / "shared" / "seeds";
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Seed {
  std::string file;
  int round;
  std::string published;
  std::string source;
  std::string agency;
};

}  // namespace

TEST_CASE("real articles") {
  if (!std::filesystem::is_directory(seeds_folder())) {
    MESSAGE("no folder of real articles: name one in MAHDAR_SEEDS to run this case");
    return;
  }
  const Seed seeds[] = {
      {"000_52132f0df3af24d6.txt", 7, "2017-10-31", "", ""},
      {"001_e170048bbaa0e3ab.txt", 8, "2017-12-21", "elaph", ""},
      {"002_fc8e4039d0477974.txt", 7, "2017-10-30", "sana", ""},
      {"003_b83e5e105d5b875c.txt", 22, "2024-11-11", "baladi-news", "anadolu"},
      {"004_ae7a9817cac16437.txt", 8, "2017-12-21", "human-voice", "anadolu"},
  };
  const Taxonomy& taxonomy = Taxonomy::bundled();
  const Analyzer analyzer(taxonomy);
  const Gazetteer gazetteer(taxonomy, analyzer);
  const SourceDetector sources(taxonomy);
  OutletNames outlets;
  for (const Entity& entity : taxonomy.entities())
    if (entity.kind == EntityKind::kSource)
      for (const std::string& name : entity.names) outlets.add(name);
  for (const Seed& seed : seeds) {
    CAPTURE(seed.file);
    const RawArticle raw = article_with(content_of(seeds_folder() / seed.file));
    const ZonedText zoned = zone_text(raw, outlets);
    const TokenStream tokens = analyzer.analyze(zoned.text);
    const std::vector<EntityMatch> entities = gazetteer.find(tokens);
    const std::vector<DateMention> dates = find_dates(tokens);
    const Reading reading{raw, zoned, tokens, entities, dates, taxonomy};
    RoundInfo round;
    round.about = {seed.round};
    CHECK(resolve_date(reading, round, date_before_rounds(reading)).published == seed.published);
    CHECK(sources.detect(reading).id == seed.source);
    CHECK(sources.detect(reading).agency == seed.agency);
  }
}

}  // namespace mahdar
