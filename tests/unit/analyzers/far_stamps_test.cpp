#include "analyzers/about/far_stamps.h"

#include <doctest/doctest.h>

#include "tests/unit/analyzers/article_date.h"

namespace mahdar {

using test::article_with;
using test::DateRow;
using test::kStory;
using test::published;

TEST_CASE("stamps of fetched pages give way to the text") {
  const std::string story =
      "أستانا - سانا\nافتتحت اليوم الاثنين 30 تشرين الأول/أكتوبر 2017 الجولة السابعة من المحادثات حول "
      "سوريا.\n";
  RawArticle raw = article_with(story);
  raw.date = "2024-11-23";
  CHECK(published(raw, {7}) == "2017-10-30 by text");
  CHECK(published(article_with("السبت, نوفمبر 23, 2024  9.4 C\n\nلقاءات في أستانا\n\n" + story), {7}) ==
        "2017-10-30 by text");
}

TEST_CASE("a date on a line of its own, far from the round's days") {
  const std::string title = "ماذا بعد أستانا 7؟\n\n";
  const std::string story =
      "رأى محلل أن الجولة السابعة من محادثات أستانا لم تغير شيئا على الأرض حتى اليوم.\n";
  const std::string news =
      "أعلنت الخارجية الكازاخية أن الوفود انطلقت اليوم في أعمال الجولة السابعة حول سوريا.\n";
  const DateRow rows[] = {
      {"a look back", title + "12 نيسان 2019\n\n" + story, {7}, "2019-04-12 by text"},
      {"with its weekday", title + "الجمعة 12 نيسان 2019\n\n" + story, {7}, "2019-04-12 by text"},
      {"with a clock time", title + "12/4/2019 14:30\n\n" + story, {7}, "2019-04-12 by text"},
      {"below the text", title + story + "\n12 نيسان 2019\n", {7}, "2019-04-12 by text"},
      {"a preview months ahead", title + "3 حزيران 2017\n\n" + story, {7}, "2017-06-03 by text"},
      {"the stamp of a fetched page beside a date told",
       title + "23 تشرين الثاني 2024\n\n" + story + "والتقى الوفدان في 30 تشرين الأول 2017 مرتين.\n",
       {7},
       "2017-10-30 by text"},
      {"the stamp of a fetched page above the title",
       "السبت, نوفمبر 23, 2024  9.4 C\n\n" + title + story,
       {7},
       " by none"},
      {"against today's beginning of the round",
       title + "23 تشرين الثاني 2024\n\n" + news,
       {7},
       "2017-10-30 by round"},
      {"against today's weekday",
       title + "23 تشرين الثاني 2024\n\nقالت مصادر إن الوفود بدأت اليوم الاثنين لقاءات الجولة السابعة.\n",
       {7},
       "2017-10-30 by round"},
  };
  for (const DateRow& row : rows) {
    CAPTURE(row.phenomenon);
    CHECK(published(article_with(row.text), row.rounds) == row.published);
  }
  RawArticle raw = article_with(title + "23 تشرين الثاني 2024\n\n" + story);
  raw.date = "2017-11-05";
  CHECK_MESSAGE(published(raw, {7}) == "2017-11-05 by meta", "the file's date is that of the round");
}

}  // namespace mahdar
