#include "searcher/query/filter_values.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "schema/name_key.h"
#include "searcher/query/date_range.h"
#include "small_taxonomy.h"

using namespace mahdar;

TEST_CASE("filter values are understood however they are written") {
  using Values = std::vector<std::string>;
  struct Case {
    std::string name;
    Field field;
    std::string text;
    Values values;
  };
  const Case cases[]{
      {"number", Field::kRound, "7", {"7"}},
      {"no guarantor as printed", Field::kGuarantor, "لا ضامن بعينه", {"none"}},
      {"no guarantor as explained", Field::kGuarantor, "لا أحد", {"none"}},
      {"several guarantors as printed", Field::kGuarantor, "عدة ضامنين", {"several"}},
      {"several guarantors as explained", Field::kGuarantor, "أكثر من ضامن", {"several"}},
      {"month as printed", Field::kDate, "تموز/يوليو 2018", {"2018-07", "2018-07"}},
      {"month of two words", Field::kDate, "تشرين الأول 2017", {"2017-10", "2017-10"}},
      {"month of two words as printed", Field::kDate, "تشرين الأول/أكتوبر ٢٠١٧", {"2017-10", "2017-10"}},
      {"English month", Field::kDate, "October 2017", {"2017-10", "2017-10"}},
      {"day of a month", Field::kDate, "30 تشرين الأول 2017", {"2017-10-30", "2017-10-30"}},
      {"months as a range", Field::kDate, "مارس 2017..آب 2017", {"2017-03", "2017-08"}},
      {"leading zero", Field::kRound, "07", {"7"}},
      {"Arabic-Indic digit", Field::kRound, "٧", {"7"}},
      {"Persian digits", Field::kRound, "۲۲", {"22"}},
      {"range", Field::kRound, "7-9", {"7", "8", "9"}},
      {"range with dots", Field::kRound, "7..8", {"7", "8"}},
      {"range with an en dash", Field::kRound, "٧–٨", {"7", "8"}},
      {"list", Field::kRound, "7,8", {"7", "8"}},
      {"list with Arabic comma", Field::kRound, "٧، ٨", {"7", "8"}},
      {"list of ranges", Field::kRound, "7-8,8,22", {"7", "8", "22"}},
      {"label", Field::kRound, "الجولة السابعة", {"7"}},
      {"ordinal", Field::kRound, "الثانية والعشرون", {"22"}},
      {"English label", Field::kRound, "Round 8", {"8"}},
      {"unknown", Field::kRound, "unknown", {"unknown"}},
      {"unknown in Arabic", Field::kRound, "غير معروف", {"unknown"}},
      {"nobody named", Field::kPerson, "unknown", {"unknown"}},
      {"no way of naming", Field::kFraming, "غير معروفة", {"unknown"}},
      {"ISO code", Field::kCountry, "RU", {"RU"}},
      {"small ISO code", Field::kCountry, "ru", {"RU"}},
      {"Arabic name", Field::kCountry, "سوريا", {"SY"}},
      {"other Arabic spelling", Field::kCountry, "سورية", {"SY"}},
      {"English name", Field::kCountry, "TURKEY", {"TR"}},
      {"without hamza", Field::kCountry, "ايران", {"IR"}},
      {"capital for the state", Field::kCountry, "موسكو", {"RU"}},
      {"two countries", Field::kCountry, "RU, TR", {"RU", "TR"}},
      {"guarantor id", Field::kGuarantor, "russia", {"russia"}},
      {"guarantor in Arabic", Field::kGuarantor, "روسيا", {"russia"}},
      {"several", Field::kGuarantor, "several", {"several"}},
      {"no guarantor", Field::kGuarantor, "none", {"none"}},
      {"topic id", Field::kTopic, "ceasefire", {"ceasefire"}},
      {"topic alias", Field::kTopic, "detainees", {"detainees_exchange"}},
      {"topic label", Field::kTopic, "وقف إطلاق النار", {"ceasefire"}},
      {"topic label without hamza", Field::kTopic, "وقف اطلاق النار", {"ceasefire"}},
      {"topic by a cue", Field::kTopic, "الهدنة", {"ceasefire"}},
      {"beginning of a topic's label", Field::kTopic, "المعتقلون", {"detainees_exchange"}},
      {"source", Field::kSource, "سانا", {"sana"}},
      {"source by host", Field::kSource, "sana.sy", {"sana"}},
      {"source beyond the taxonomy", Field::kSource, "موقع ما", {"موقع ما"}},
      {"source with a comma in its name", Field::kSource, "النهار، بيروت", {"النهار، بيروت"}},
      {"known outlet and a place", Field::kSource, "سانا, دمشق", {"سانا, دمشق"}},
      {"two known outlets", Field::kSource, "سانا, sana.sy", {"sana"}},
      {"known outlets' names as one name", Field::kSource, "\"سانا, sana\"", {"سانا, sana"}},
      {"a quoted name that is known", Field::kSource, "\"سانا\"", {"sana"}},
      {"person", Field::kPerson, "Lavrentiev", {"alexander-lavrentiev"}},
      {"person, a transliteration not listed",
       Field::kPerson,
       "Alexander Lawrentyew",
       {"alexander-lavrentiev"}},
      {"person, hyphen and capitals", Field::kPerson, "DE-MISTOURA", {"staffan-de-mistura"}},
      {"country, a spelling not listed", Field::kCountry, "Turkei", {"TR"}},
      {"person, other spelling", Field::kPerson, "لافرينتيف", {"alexander-lavrentiev"}},
      {"month range", Field::kDate, "2017-10..2017-12", {"2017-10", "2017-12"}},
      {"year", Field::kDate, "2017", {"2017", "2017"}},
      {"from", Field::kDate, "2017-10-30..", {"2017-10-30", ""}},
      {"to", Field::kDate, "..2017", {"", "2017"}},
      {"day first", Field::kDate, "30/10/2017", {"2017-10-30", "2017-10-30"}},
      {"one-digit month", Field::kDate, "2017-1", {"2017-01", "2017-01"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto filter = parse_filter(c.field, c.text, test::small_taxonomy());
    REQUIRE(filter.has_value());
    CHECK(filter->values == c.values);
    CHECK_FALSE(filter->negated);
  }
}

TEST_CASE("what is no value is refused with what would be one") {
  struct Case {
    Field field;
    std::string text;
  };
  const Case cases[]{{Field::kRound, "0"},
                     {Field::kRound, "9-7"},
                     {Field::kRound, "سبعة عشر ألفا"},
                     {Field::kRound, ""},
                     {Field::kCountry, "أطلانطس"},
                     {Field::kGuarantor, "سوريا"},
                     {Field::kTopic, "لا شيء كهذا"},
                     {Field::kPerson, "فلان"},
                     {Field::kDate, "2017-02-30"},
                     {Field::kDate, "2018..2017"},
                     {Field::kDate, "أمس"},
                     {Field::kDate, "تموز/آب 2018"},
                     {Field::kDate, "31 شباط 2018"},
                     {Field::kDate, "رمضان 1438"},
                     {Field::kSource, " "},
                     {Field::kTitle, "كلمة"}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto filter = parse_filter(c.field, c.text, test::small_taxonomy());
    REQUIRE_FALSE(filter.has_value());
    CHECK_FALSE(filter.error().remedy.empty());
  }
}

TEST_CASE("a range that runs backwards is told so") {
  for (const auto& [field, text] : {std::pair{Field::kRound, "9-7"}, std::pair{Field::kDate, "2019..2018"},
                                    std::pair{Field::kDate, "2018-03..2018-02"}}) {
    CAPTURE(text);
    const auto filter = parse_filter(field, text, test::small_taxonomy());
    REQUIRE_FALSE(filter.has_value());
    CHECK(filter.error().message.find("begins after it ends") != std::string::npos);
  }
}

TEST_CASE("an outlet's name as written for a filter is read as that one name") {
  for (const std::string name :
       {"sana", "A, B", "سانا, sana", "النهار، بيروت", "\"quoted\"", "\", \"", "\" x=\"", "a\"b", "x,"}) {
    CAPTURE(name);
    const auto filter =
        parse_filter(Field::kSource, filter_text(Field::kSource, name), test::small_taxonomy());
    REQUIRE(filter.has_value());
    CHECK(filter->values == std::vector{name});
  }
}

TEST_CASE("negated filters name their facet in either language") {
  const auto filter = parse_negated_filter("مصدر:سانا", test::small_taxonomy());
  REQUIRE(filter.has_value());
  CHECK(*filter == Filter{Field::kSource, {"sana"}, true});
  CHECK_FALSE(parse_negated_filter("سانا", test::small_taxonomy()).has_value());
  CHECK_FALSE(parse_negated_filter("title:x", test::small_taxonomy()).has_value());
}

TEST_CASE("dates become bounds that compare as bytes") {
  using Range = std::pair<std::string, std::string>;
  CHECK(date_slot_range("2017-10", "2017-12") == Range{"20171000", "20171299"});
  CHECK(date_slot_range("2017", "2017") == Range{"20170000", "20179999"});
  CHECK(date_slot_range("2017-10-30", "") == Range{"20171030", ""});
  CHECK(date_slot_range("2017-10-01", "") == Range{"20171000", ""});
  CHECK(date_slot_range("2017-01-01", "2017-01-31") == Range{"20170000", "20170131"});
}

TEST_CASE("spellings of one name share a key") {
  CHECK(name_key("الدَّولةُ الضّامنة") == name_key("دوله ضامنه"));
  CHECK(name_key("Nur-Sultan") == name_key("nur sultan"));
  CHECK(name_key("إيران") == name_key("ايران"));
  CHECK(name_key("ال") == "ال");
  CHECK(name_key("روسیا") == name_key("روسيا"));
  CHECK(name_key("روسيا") != name_key("سوريا"));
}

TEST_CASE("a part of a name stands for the one value it is of") {
  const Taxonomy& taxonomy = Taxonomy::bundled();
  struct Row {
    Field field;
    const char* text;
    const char* id;
  };
  for (const Row& row :
       {Row{Field::kFraming, "نظام", "regime"}, Row{Field::kFraming, "النظام", "regime"},
        Row{Field::kFraming, "الحكومة", "syrian-government"}, Row{Field::kFraming, "Assad", "regime"},
        Row{Field::kTopic, "detainees", "detainees_exchange"},
        Row{Field::kTopic, "missing", "detainees_exchange"},
        Row{Field::kTopic, "الأسرى", "detainees_exchange"},
        Row{Field::kTopic, "refugee", "refugee_return"}}) {
    CAPTURE(row.text);
    const auto filter = parse_filter(row.field, row.text, taxonomy);
    REQUIRE_MESSAGE(filter, filter.error().to_string());
    CHECK(filter->values == std::vector<std::string>{row.id});
  }
}

TEST_CASE("what may be several values, or is a slip, is told with the nearest") {
  const Taxonomy& taxonomy = Taxonomy::bundled();
  const auto remedy = [&](Field field, const char* text) {
    const auto filter = parse_filter(field, text, taxonomy);
    CHECK_MESSAGE(!filter, text);
    return filter ? std::string() : filter.error().remedy;
  };
  const std::string states = remedy(Field::kFraming, "السورية");
  CHECK(states.starts_with("did you mean syrian-government (الحكومة السورية), "));
  CHECK(states.find("syrian-state (الدولة السورية)") != std::string::npos);
  CHECK(remedy(Field::kTopic, "detianees").starts_with("did you mean detainees_exchange (Detainees"));
  CHECK(remedy(Field::kTopic, "detianees").find("use one of: ") != std::string::npos);
  CHECK(remedy(Field::kTopic, "حول").starts_with("use one of: "));
  CHECK(remedy(Field::kTopic, "zzzzzz").starts_with("use one of: "));
}
