#include "analyzers/about/date_finder.h"

#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "analyzers/text/analyzer.h"

namespace mahdar {
namespace {

const Analyzer& plain_analyzer() {
  static const Analyzer analyzer{Taxonomy()};
  return analyzer;
}

std::string described(const DateMention& m) {
  using Kind = DateMention::Kind;
  std::string out;
  if (m.kind == Kind::kRelative)
    out = "today" + std::string(m.offset_days < 0 ? "" : "+") + std::to_string(m.offset_days);
  if (m.kind == Kind::kMonthWord)
    out = "month" + std::string(m.direction < 0 ? "" : "+") + std::to_string(m.direction);
  if (m.kind == Kind::kWeekday) out = "weekday";
  if (m.year != 0) out += "y" + std::to_string(m.year);
  if (m.month != 0) out += " m" + std::to_string(m.month);
  if (m.other_month != 0) out += "or" + std::to_string(m.other_month);
  if (m.day != 0) out += " d" + std::to_string(m.day);
  if (m.end_day != 0) out += "-" + std::to_string(m.end_day);
  if (m.weekday != 0) out += " w" + std::to_string(m.weekday);
  if (m.direction != 0 && m.kind != Kind::kMonthWord) out += " to" + std::to_string(m.direction);
  return out.starts_with(' ') ? out.substr(1) : out;
}

std::string dates_in(std::string_view text) {
  const TokenStream tokens = plain_analyzer().analyze(text);
  std::string out;
  for (const DateMention& m : find_dates(tokens)) out += (out.empty() ? "" : "; ") + described(m);
  return out;
}

struct Row {
  std::string phenomenon;
  std::string text;
  std::string dates;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.phenomenon);
    CAPTURE(row.text);
    CHECK(dates_in(row.text) == row.dates);
  }
}

}  // namespace

TEST_CASE("names of months") {
  check({
      {"Levantine, two words", "في 20 كانون الثاني 2018", "y2018 m1 d20"},
      {"Levantine, without article", "20 كانون ثاني 2018", "y2018 m1 d20"},
      {"Levantine, clipped", "3 كانون ثان", "m1 d3"},
      {"Levantine, its ordinal is no day", "تشرين الأول 2018", "y2018 m10"},
      {"Levantine, no hamza", "5 اذار", "m3 d5"},
      {"Levantine, a typo", "5 آيار", "m5 d5"},
      {"Levantine, a vowel mark", "6 حزِيران", "m6 d6"},
      {"Levantine, tatweel", "7 تمــوز", "m7 d7"},
      {"Western", "23 ديسمبر 2019", "y2019 m12 d23"},
      {"Western, no hamza", "2 ابريل", "m4 d2"},
      {"Western, a typo", "2 توفمبر 2018", "y2018 m11 d2"},
      {"Maghrebi", "12 جانفي 2019", "y2019 m1 d12"},
      {"Maghrebi, Algerian", "14 جويلية", "m7 d14"},
      {"Maghrebi, Moroccan", "11 دجنبر 2019", "y2019 m12 d11"},
      {"a bare Levantine month", "عقدت في حزيران", "m6"},
      {"a month behind a clitic", "بحزيران", "m6"},
      {"a bare month that is also a verb", "مارس ضغوطا على الوفد", ""},
      {"a bare month that is also a father", "آب من السفر", ""},
      {"a bare month that is also a name", "تيريزا ماي", ""},
      {"such a month with its day", "في 14 مارس", "m3 d14"},
      {"such a month with its year", "مارس 2017", "y2017 m3"},
      {"such a month after its noun", "خلال شهر آب", "m8"},
      {"such a month with its twin", "آب/أغسطس", "m8"},
      {"such a month with a direction", "في مارس الماضي", "month-1 m3"},
      {"English", "21 November 2022", "y2022 m11 d21"},
      {"English, month first", "November 21, 2022", "y2022 m11 d21"},
      {"English, ordinal ending and comma", "24th, January 2024", "y2024 m1 d24"},
      {"English word that is no month", "may march on", ""},
      {"Arabic in English order", "نوفمبر 23, 2024", "y2024 m11 d23"},
      {"a newspaper, no month", "صحيفة تشرين", ""},
  });
}

TEST_CASE("pairs of months") {
  check({
      {"Levantine first", "30 تشرين الأول/أكتوبر 2017", "y2017 m10 d30"},
      {"Western first", "21 ديسمبر/كانون الأول 2017", "y2017 m12 d21"},
      {"blanks around the slash", "14 أيلول / سبتمبر", "m9 d14"},
      {"a blank behind the slash", "14 آذار/ مارس", "m3 d14"},
      {"Western in brackets", "28 تشرين الثاني (نوفمبر) 2018", "y2018 m11 d28"},
      {"Levantine in brackets", "14 مارس (آذار) 2017", "y2017 m3 d14"},
      {"backslash", "30 تشرين الأول\\أكتوبر", "m10 d30"},
      {"no sign between", "24 كانون الثاني يناير", "m1 d24"},
      {"comma before the pair", "منتصف، يناير كانون الثاني", "m1"},
      {"triple", "10 كانون الأول (ديسمبر - دجنبر) 2019", "y2019 m12 d10"},
      {"disagreeing, Levantine first", "في حزيران/ يوليو", "m6or7"},
      {"disagreeing across the year", "10 كانون الأول/ يناير", "m12or1 d10"},
      {"two months of one calendar", "بين حزيران/تموز", "m6; m7"},
      {"two months joined by and", "حزيران وتموز", "m6; m7"},
  });
}

TEST_CASE("days and ranges") {
  check({
      {"day, of, month", "31 من تموز", "m7 d31"},
      {"two days joined by and", "يومي 30 و31 تشرين الأول", "m10 d30-31"},
      {"blank after and", "يومي 15 و 16 شباط 2021", "y2021 m2 d15-16"},
      {"a vowel mark on the noun", "يومَي 16 و17 شباط", "m2 d16-17"},
      {"nominative noun", "يوما 4 و5 تموز", "m7 d4-5"},
      {"dash", "14-15 أيار 2018", "y2018 m5 d14-15"},
      {"long dash with blanks", "25 – 26 نيسان", "m4 d25-26"},
      {"article", "يومي الـ23 والـ24 من كانون الثاني", "m1 d23-24"},
      {"article, blank behind tatweel", "يومي الـ 21 والـ 22 ديسمبر", "m12 d21-22"},
      {"article without tatweel", "ال3 و ال 4 من مايو", "m5 d3-4"},
      {"article and dash", "في الـ14-15 سبتمبر", "m9 d14-15"},
      {"between", "بين الـ 29 والـ 30 نوفمبر", "m11 d29-30"},
      {"from, until", "من 20 إلى 21 حزيران 2023", "y2023 m6 d20-21"},
      {"span", "في الفترة 21-25 أبريل", "m4 d21-25"},
      {"span without month", "في الفترة بين 23 و 24", "d23-24"},
      {"days without month", "يومي 14-15", "d14-15"},
      {"days with article, without month", "يومي الـ23 والـ24", "d23-24"},
      {"one day without month", "يوم 15", "d15"},
      {"day and month in figures", "يوم 16/2", "m2 d16"},
      {"days of the current month", "يومي 11 و12 من الشهر الجاري", "month+0 d11-12"},
      {"days and current, no noun", "في 14 و15 من الجاري", "month+0 d14-15"},
      {"days of a named month that is current", "يومي 11 و12 من تشرين الثاني الجاري", "m11 d11-12"},
      {"days of last year's month", "في 5 أيلول الماضي", "m9 d5 to-1"},
      {"a day that the month lacks", "31 نيسان", "m4"},
      {"three days", "10، 11 و12 أيار", "m5 d10-12"},
      {"year behind its noun", "14 شباط من عام 2018", "y2018 m2 d14"},
      {"slash before a month's name", "14/15 مايو", "m5 d14-15"},
      {"one or the other", "13 أو 14 حزيران", "m6 d13-14"},
      {"glued clitic", "لـ30 نيسان", "m4 d30"},
  });
}

TEST_CASE("days in words") {
  check({
      {"compound ordinals", "الرابع عشر والخامس عشر من أيار", "m5 d14-15"},
      {"simple ordinals", "الأول والثاني من آب", "m8 d1-2"},
      {"one ordinal", "الثالث من آذار", "m3 d3"},
      {"the tenth", "العاشر من أيار 2018", "y2018 m5 d10"},
      {"twenties", "في الحادي والعشرين من كانون الأول", "m12 d21"},
      {"thirty first", "الحادي والثلاثين من تشرين الأول", "m10 d31"},
      {"of last month", "السادس عشر من الشهر الماضي", "month-1 d16"},
      {"behind a clitic", "بالخامس من تموز", "m7 d5"},
      {"no month behind", "الاجتماع الرابع عشر من مسار أستانا", ""},
      {"month without of is no date of it", "اجتماع أستانا السابع أيلول", "m9"},
      {"a week's number is no day", "الأسبوع الثاني من أيار", "m5"},
      {"a half of a month", "النصف الأول من شباط", "m2"},
  });
}

TEST_CASE("dates in figures") {
  check({
      {"dashes", "26-4-2019", "y2019 m4 d26"},
      {"zeros", "23-01-2017", "y2017 m1 d23"},
      {"dots and a clock", "21.11.2022 18:19", "y2022 m11 d21"},
      {"dots, year first", "2021.02.16 | 13:59 دمشق", "y2021 m2 d16"},
      {"blanks around dots", "04 . 07 . 2017", "y2017 m7 d4"},
      {"slashes", "20/07/2022", "y2022 m7 d20"},
      {"slashes, year first", "2018/9/7", "y2018 m9 d7"},
      {"ISO", "2019-12-11", "y2019 m12 d11"},
      {"the month in letters", "4/أيار/2017", "y2017 m5 d4"},
      {"a range in figures", "23-24/1/2017", "y2017 m1 d23-24"},
      {"a range in figures, joined by and", "22 و 23/11/2022", "y2022 m11 d22-23"},
      {"a month by its number among its namesakes", "28 تشرين2 2018", "y2018 m11 d28"},
      {"in quotes", "\" 4/10/2015 \"", "y2015 m10 d4"},
      {"month before day, where it can be nothing else", "11/23/2024", "y2024 m11 d23"},
      {"Arabic-Indic digits", "١٢ ديسمبر ٢٠١٩", "y2019 m12 d12"},
      {"Arabic-Indic figures", "٢٦/٤/٢٠١٩", "y2019 m4 d26"},
      {"Persian digits", "۲۳ یونیو ۲۰۲۳", "y2023 m6 d23"},
      {"no such month", "45-13-2019", ""},
      {"different signs", "4-5/2019", ""},
      {"an editor's code", "(۹۸۶۳/ع۹۴۰)", ""},
  });
}

TEST_CASE("Hijri dates") {
  check({
      {"in figures with its twin", "7/3/1429 هـ - الموافق 13/3/2008 م", "y2008 m3 d13"},
      {"by name, computed", "29 شوال 1446 هـ", "y2025 m4 d27"},
      {"by name with a twin by name", "12 ربيع الأول 1439 هـ الموافق 30 نوفمبر 2017", "y2017 m11 d30"},
      {"behind its twin", "30 نوفمبر 2017 م الموافق 12 ربيع الأول 1439 هـ", "y2017 m11 d30"},
      {"a man's name", "رجب طيب أردوغان", ""},
      {"a name behind a number", "لقاء 14 رجب", ""},
  });
}

TEST_CASE("relative days and weekdays") {
  check({
      {"today", "بدأت اليوم", "today+0"},
      {"today and its weekday", "اليوم الخميس", "today+0 w4"},
      {"today, weekday in brackets", "اليوم (الإثنين)", "today+0 w1"},
      {"today with and", "واليوم", "today+0"},
      {"today and its date", "اليوم الأربعاء 16 فبراير", "today+0 w3; m2 d16"},
      {"the first day of something", "اليوم الأول من الجولة السابعة", ""},
      {"the next day", "في اليوم التالي", ""},
      {"yesterday", "يوم أمس", "today-1"},
      {"yesterday and its weekday", "أمس الثلاثاء", "today-1 w2"},
      {"last night", "الليلة الماضية", "today-1"},
      {"the day before yesterday", "أول أمس", "today-2"},
      {"the same, in the other order, with weekday", "أمس الأول (الجمعة)", "today-2 w5"},
      {"tomorrow with tanween", "غداً", "today+1"},
      {"tomorrow and its weekday", "يوم غد الأربعاء", "today+1 w3"},
      {"in two days", "بعد غدٍ الإثنين", "today+2 w1"},
      {"tomorrow's afternoon", "بعد ظهر غد", "today+1"},
      {"a weekday alone", "عقد الوفد اجتماعا الخميس", "weekday w4"},
      {"a weekday to come", "الاثنين القادم", "weekday w1 to1"},
      {"a weekday past", "الثلاثاء الماضي", "weekday w2 to-1"},
      {"a weekday and its date", "الثلاثاء ٠٥ سبتمبر ٢٠١٧", "y2017 m9 d5 w2"},
      {"a weekday, comma, date", "الخميس، 25 أبريل 2024", "y2024 m4 d25 w4"},
      {"a weekday, comma, English order", "السبت , نوفمبر 23 2024", "y2024 m11 d23 w6"},
      {"one, two: no weekdays", "أحد الوفود واثنين من المراقبين", ""},
  });
}

TEST_CASE("parts of months and years") {
  check({
      {"last month", "الشهر الماضي", "month-1"},
      {"this month", "هذا الشهر", "month+0"},
      {"end of the month", "نهاية الشهر", "month+0"},
      {"a named month, past", "كانون الثاني الماضي", "month-1 m1"},
      {"a named month, coming", "سوتشي في تموز المقبل", "month+1 m7"},
      {"its end", "أواخر أكتوبر", "m10"},
      {"a year's beginning", "مطلع 2022", "y2022"},
      {"a year behind its noun", "عام ٢٠١٧", "y2017"},
      {"half a year", "النصف الثاني من 2024", "y2024"},
      {"half a year, with its noun", "النصف الأول من عام 2025", "y2025"},
      {"the last week of a month", "الأسبوع الأخير من شهر أغسطس", "m8"},
  });
}

TEST_CASE("numbers that are no dates") {
  check({
      {"a resolution", "القرار 2254", ""},
      {"a resolution of the year's size", "القرار 2118", ""},
      {"a clock time", "عند الساعة 10:30", ""},
      {"a round", "أستانا 22", ""},
      {"a round with dash", "أستانا-7", ""},
      {"a round with article", "الجولة الـ21", ""},
      {"a round before a month", "الجولة الـ21 كانون الثاني الماضي", "month-1 m1"},
      {"two rounds", "الجولتين 7 و8", ""},
      {"a count", "وفد من 24 شخصا", ""},
      {"a decimal", "بلغت 3.5 مليون", ""},
      {"a paragraph's end between day and month", "أستانا 7\nأيلول شهر المفاوضات", "m9"},
  });
}

TEST_CASE("a mention's tokens and bytes are its own") {
  const std::string text = "تنعقد يومي الـ23 والـ24 من كانون الثاني/يناير 2017 في أستانا";
  const TokenStream tokens = plain_analyzer().analyze(text);
  const std::vector<DateMention> dates = find_dates(tokens);
  REQUIRE(dates.size() == 1);
  CHECK(text.substr(dates[0].range.begin, dates[0].range.end - dates[0].range.begin) ==
        "الـ23 والـ24 من كانون الثاني/يناير 2017");
}

TEST_CASE("mentions ascend, do not overlap and stay inside the text, whatever the words") {
  const std::vector<std::string> words{"يومي",   "30",    "و31",  "من",    "كانون", "الأول", "الثاني",
                                       "/",      "يناير", "2017", "-",     "هـ",    "اليوم", "الخميس",
                                       "الماضي", "(",     "آب",   "الشهر", ".",     "\n",    "ال"};
  CHECK(rc::check([&] {
    std::string text;
    for (const std::size_t pick :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, words.size())))
      text += words[pick] + (pick % 3 == 0 ? "" : " ");
    const TokenStream tokens = plain_analyzer().analyze(text);
    std::size_t end = 0;
    for (const DateMention& m : find_dates(tokens)) {
      RC_ASSERT(m.first_token >= end);
      RC_ASSERT(m.token_count > 0U);
      end = m.first_token + m.token_count;
      RC_ASSERT(end <= tokens.size());
      RC_ASSERT(m.range.begin < m.range.end);
      RC_ASSERT(m.range.end <= text.size());
    }
  }));
}

}  // namespace mahdar
