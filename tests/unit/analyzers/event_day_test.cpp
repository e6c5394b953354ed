#include "analyzers/about/event_day.h"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "analyzers/about/date_resolver.h"
#include "tests/unit/analyzers/small_world.h"

namespace mahdar {
namespace {

std::string event_of(const std::string& text, std::vector<int> rounds) {
  RawArticle raw;
  raw.text = text;
  RoundInfo round;
  round.about = std::move(rounds);
  const ReadArticle article(raw);
  const Reading reading = article.reading();
  return resolve_date(reading, round, date_before_rounds(reading)).event;
}

struct Row {
  std::string phenomenon;
  std::string text;
  std::vector<int> rounds;
  std::string event;
};

}  // namespace

TEST_CASE("what day the text reports") {
  const std::string stamp = "خبر من المنطقة\n\n16 آذار 2017\n\n";
  const Row rows[] = {
      {"yesterday", stamp + "زار وفد أمس المخيم واطلع على أوضاع سكانه.", {}, "2017-03-15"},
      {"yesterday and its weekday", stamp + "زار وفد أمس الأربعاء المخيم، ويعود غدا.", {}, "2017-03-15"},
      {"the day before yesterday", stamp + "زار وفد أول أمس المخيم.", {}, "2017-03-14"},
      {"tomorrow", stamp + "يزور وفد غدا الجمعة المخيم.", {}, "2017-03-17"},
      {"the day after tomorrow", stamp + "يزور وفد بعد غد المخيم.", {}, "2017-03-18"},
      {"a day of this month", stamp + "زار وفد المخيم في 11 من الشهر الجاري.", {}, "2017-03-11"},
      {"a day of this month, in words",
       stamp + "زار وفد المخيم في الحادي عشر من الشهر الجاري.",
       {},
       "2017-03-11"},
      {"a day of last month by name", stamp + "زار وفد المخيم في 26 شباط الماضي.", {}, "2017-02-26"},
      {"a day of last year", stamp + "زار وفد المخيم في 20 كانون الأول الماضي.", {}, "2016-12-20"},
      {"a day without a year", stamp + "زار وفد المخيم يوم 9 آذار.", {}, "2017-03-09"},
      {"a weekday", stamp + "زار وفد المخيم الثلاثاء.", {}, "2017-03-14"},
      {"today", stamp + "زار وفد المخيم اليوم.", {}, "2017-03-16"},
      {"no day told: the date of the text is none", stamp + "زار وفد المخيم واطلع على أوضاع سكانه.", {}, ""},
      {"a dateline and yesterday", "زيارة\n\nعمّان - 16 آذار 2017 - زار وفد أمس المخيم.", {}, "2017-03-15"},
      {"an outlet called today", stamp + "قالت قناة روسيا اليوم إن وفدا زار المخيم أمس.", {}, "2017-03-15"},
      {"what lasts since a day", stamp + "زار وفد المخيم المحاصر منذ 2 كانون الثاني 2017.", {}, ""},
      {"an agreement recalled",
       stamp + "بحث وفد تنفيذ المذكرة الموقعة في 2 كانون الثاني 2017 أمس.",
       {},
       "2017-03-15"},
      {"the round ended yesterday",
       "خبر من المنطقة\n\n1 تشرين الثاني 2017\n\nاختتم الوفدان أمس الجولة السابعة.",
       {7},
       "2017-10-31"},
      {"the round ended, told later",
       "خبر من المنطقة\n\n3 تشرين الثاني 2017\n\nاختتمت الجولة السابعة بلا بيان.",
       {7},
       "2017-10-31"},
      {"the round is on a weekday to come",
       "خبر من المنطقة\n\n27 تشرين الأول 2017\n\nتنطلق الاثنين الجولة السابعة.",
       {7},
       "2017-10-30"},
      {"it ended yesterday, by the round", "اختتمت أمس في أستانا الجولة السابعة.", {7}, "2017-10-31"},
      {"it began today, by the round", "انطلقت اليوم أعمال الجولة السابعة.", {7}, "2017-10-30"},
      {"it begins tomorrow, by the round", "تنطلق غداً في أستانا الجولة السابعة.", {7}, "2017-10-30"},
      {"next week", "تستضيف أستانا الأسبوع المقبل الجولة السابعة.", {7}, "2017-10-30"},
      {"yesterday, with its whole date",
       "التقى الوفدان أمس الثلاثاء 24 كانون الثاني 2017.",
       {},
       "2017-01-24"},
      {"nothing known", "عقد الوفدان لقاء.", {}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phenomenon);
    CHECK(event_of(row.text, row.rounds) == row.event);
  }
}

}  // namespace mahdar
