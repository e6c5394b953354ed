#include "searcher/match/searcher.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "schema/index_stamp.h"
#include "test_index.h"

using namespace mahdar;
using test::Sample;
using test::TestIndex;

namespace {

std::vector<Sample> samples() {
  return {
      {"a7",
       "وفد روسيا في أستانا",
       "وصل وفد المعارضة إلى أستانة. وقال لافرنتييف إن موسكو تدعم تبادل المعتقلين بين الطرفين.",
       {7},
       {"RU", "SY"},
       "russia",
       {"detainees_exchange"},
       "sana",
       "2017-10-30"},
      {"b7",
       "تركيا تنتظر الجولة السابعة",
       "بحث الوفد التركي مع وفد المعارضة ملف المعتقلين في آستانة. ونصّ القرار ٢٢٥٤ على ذلك.",
       {7},
       {"TR", "SY"},
       "turkey",
       {"detainees_exchange", "ceasefire"},
       "",
       "2017-10"},
      {"c8",
       "انطلاق الجولة الثامنة",
       "دعا دي ميستورا إلى احترام وقف إطلاق النار، وحضرت وفود من إيران وتركيا. قال علي إن الأمر صعب.",
       {8},
       {"IR", "TR"},
       "several",
       {"ceasefire"},
       "sana",
       "2017-12-21"},
      {"d0",
       "مؤتمر عن الزراعة",
       "ناقش الخبراء زراعة القمح على ضفاف الفرات، وأكدوا أهمية المياه.",
       {},
       {},
       "none",
       {},
       "",
       ""},
      {"e22",
       "نور سلطان تستضيف الاجتماع",
       "قال لافرينتيف إن الاجتماع في نور سلطان ناجح، وشكر المضيفين من كازاخستان.",
       {22},
       {"RU"},
       "russia",
       {},
       "مدونة ما",
       "2024-11-11"},
  };
}

SearchRequest asking(std::string text) {
  SearchRequest request;
  request.text = std::move(text);
  request.relax = false;
  return request;
}

std::set<std::string> ids(const ResultPage& page) {
  std::set<std::string> set;
  for (const Hit& hit : page.hits) set.insert(hit.article.id);
  return set;
}

std::vector<std::string> ordered(const ResultPage& page) {
  std::vector<std::string> list;
  for (const Hit& hit : page.hits) list.push_back(hit.article.id);
  return list;
}

std::map<std::string, std::uint64_t> counts(const ResultPage& page, Facet facet) {
  std::map<std::string, std::uint64_t> map;
  for (const auto& counted : page.facets)
    if (counted.facet == facet)
      for (const auto& value : counted.values) map[value.value] = value.count;
  return map;
}

using Ids = std::set<std::string>;

}  // namespace

TEST_CASE("a query without a word says that nothing was searched for") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  struct Case {
    std::string name;
    std::string query;
    bool told;
  };
  const Case cases[]{
      {"no query", "", false},
      {"blanks are no query", " \t", false},
      {"no UTF-8", "\xff", true},
      {"operators alone", "~", true},
      {"an exact word without its word", "=", true},
      {"punctuation", "؟", true},
      {"a direction mark", "\u202E", true},
      {"a picture", "😀", true},
      {"pictures left out", "-😀", true},
      {"quotation of nothing", "\"  \"", true},
      {"a word beside it", "؟ المعتقلين", false},
      {"a stop word is a word", "في", false},
      {"an excluded stop word is one too", "-في", false},
      {"a filter is something", "؟ round:7", false},
      {"filters in parentheses too", "(round:7 OR round:8)", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SearchRequest request = asking(c.query);
    request.relax = true;
    const auto told = [](const ResultPage& page) {
      return std::ranges::count(page.diagnostics, kNothingSearched, &Diagnostic::code);
    };
    const ResultPage page = searcher.search(request);
    CHECK(told(page) == (c.told ? 1 : 0));
    if (!c.told) continue;
    CHECK(page.total == samples().size());
    CHECK(!page.diagnostics.back().message_ar.empty());
    request.relax = false;
    const ResultPage strict = searcher.search(request);
    CHECK(told(strict) == 1);
    CHECK((strict.total == 0 && strict.hits.empty()));
    request.filters = {{Field::kRound, {"7"}, false}};
    CHECK(ids(searcher.search(request)) == Ids{"a7", "b7"});
  }
}

TEST_CASE("queries find what they ask for") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  struct Case {
    std::string name;
    std::string query;
    Ids found;
  };
  const Case cases[]{
      {"nothing asked: everything", "", {"a7", "b7", "c8", "d0", "e22"}},
      {"word with its article", "المعتقلين", {"a7", "b7"}},
      {"word without article", "معتقلين", {"a7", "b7"}},
      {"word with vowel marks", "المُعْتَقَلِين", {"a7", "b7"}},
      {"all words", "المعتقلين لافرنتييف", {"a7"}},
      {"stop words drop", "ملف من المعتقلين", {"b7"}},
      {"a stop word alone is a word", "عن", {"d0"}},
      {"number in other digits", "2254", {"b7"}},
      {"alias in another spelling", "استانه", {"a7", "b7", "e22"}},
      {"alias of several words", "نور سلطان", {"a7", "b7", "e22"}},
      {"Latin name", "Lavrentiev", {"a7", "e22"}},
      {"Latin word that only hints at a name", "Kremlin", {"a7"}},
      {"Latin name of several words", "de Mistura", {"c8"}},
      {"Arabic name of several words", "دي ميستورا", {"c8"}},
      {"name in another spelling", "لافرينتيف", {"a7", "e22"}},
      {"OR", "المعتقلين OR القمح", {"a7", "b7", "d0"}},
      {"NOT", "المعتقلين -لافرنتييف", {"b7"}},
      {"only NOT", "-المعتقلين", {"c8", "d0", "e22"}},
      {"parentheses", "(لافرنتييف OR ملف) المعتقلين", {"a7", "b7"}},
      {"phrase", "\"وفد المعارضة\"", {"a7", "b7"}},
      {"phrase across clitics", "\"وفود من إيران\"", {"c8"}},
      {"phrase in the wrong order", "\"المعارضة وفد\"", {}},
      {"phrase with a name otherwise spelled", "\"الاجتماع في أستانا\"", {"e22"}},
      {"exact word", "=أستانة", {"a7"}},
      {"exact word keeps hamza", "=استانة", {}},
      {"exact phrase", "=\"وفد المعارضة\"", {"a7", "b7"}},
      {"exact phrase keeps letters", "=\"الي أستانة\"", {}},
      {"excluded exact phrase", "المعتقلين -=\"إلى أستانة\"", {"b7"}},
      {"wildcard", "زراع*", {"d0"}},
      {"wildcard behind the article", "معتقل*", {"a7", "b7"}},
      {"near spelling", "لافرنتيف~", {"a7", "e22"}},
      {"near spelling with another first letter", "رافرنتييف~", {"a7"}},
      {"near spelling of a Latin name", "Lavrentiev~", {"a7", "e22"}},
      {"title word", "title:ثامنة", {"c8"}},
      {"title word under its other names", "title:أستانة", {"a7", "e22"}},
      {"title phrase", "عنوان:\"الجولة الثامنة\"", {"c8"}},
      {"exact title word", "عنوان:=الثامنة", {"c8"}},
      {"round", "جولة:7", {"a7", "b7"}},
      {"unknown round", "round:unknown", {"d0"}},
      {"rounds under OR", "round:8 OR round:22", {"c8", "e22"}},
      {"excluded round", "المعتقلين OR القمح -round:7", {"a7", "b7", "d0"}},
      {"word and field", "وفد ضامن:تركيا", {"b7"}},
      {"date range", "date:2017-10..2017-11", {"a7", "b7"}},
      {"date from", "date:2017-12..", {"c8", "e22"}},
      {"month counts as its first day", "date:2017-10-15..2017-10-31", {"a7"}},
      {"date to leaves out the undated", "date:..2017", {"a7", "b7", "c8"}},
      {"source beyond the taxonomy", "source:\"مدونة ما\"", {"e22"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const ResultPage page = searcher.search(asking(c.query));
    CHECK(ids(page) == c.found);
    CHECK(page.total == c.found.size());
  }
}

TEST_CASE("exact words: a spelling alone, beside others of its word, and in other scripts") {
  const auto article = [](const std::string& id, const std::string& body) {
    return Sample{id, "خبر", body, {}, {}, "none", {}, "", ""};
  };
  const TestIndex index({article("name", "صعد علي الجبل"), article("word", "وقف على الجبل"),
                         article("both", "وقف علي على الجبل"), article("latin", "قناة Élan هنا"),
                         article("plain", "قناة elan هنا"), article("plateau", "شجرة ورد وشجره")});
  Searcher searcher(index.root());
  CHECK(ids(searcher.search(asking("=علي"))) == Ids{"name", "both"});
  CHECK(ids(searcher.search(asking("=على"))) == Ids{"word", "both"});
  CHECK(ids(searcher.search(asking("=الجبل"))) == Ids{"name", "word", "both"});
  CHECK(ids(searcher.search(asking("=elan"))) == Ids{"plain"});
  CHECK(ids(searcher.search(asking("=شجره"))).empty());
  CHECK(ids(searcher.search(asking("=وشجره"))) == Ids{"plateau"});
  CHECK(ids(searcher.search(asking("=\"علي على\""))) == Ids{"both"});
}

TEST_CASE("any word suffices where that is asked, more words rank higher") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  SearchRequest request = asking("لافرنتييف المعتقلين القمح");
  request.match = MatchMode::kAny;
  const ResultPage page = searcher.search(request);
  CHECK(ids(page) == Ids{"a7", "b7", "d0", "e22"});
  CHECK(page.hits.front().article.id == "a7");
}

TEST_CASE("near spellings rank below the word itself") {
  TestIndex index({{"near", "عنوان", "حضر لافرنتيف ولافرنتيف ولافرنتيف", {}, {}, "none", {}, "", ""},
                   {"exact",
                    "عنوان",
                    "حضر بيدرسون الاجتماع الطويل مع كثير من الناس في المدينة",
                    {},
                    {},
                    "none",
                    {},
                    "",
                    ""},
                   {"close", "عنوان", "حضر بيدرسن وبيدرسن وبيدرسن", {}, {}, "none", {}, "", ""}});
  Searcher searcher(index.root());
  CHECK(ordered(searcher.search(asking("بيدرسون~"))).front() == "exact");
}

TEST_CASE("filters: alternatives within one facet, all facets together") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  SearchRequest request = asking("");
  request.filters = {
      {Field::kRound, {"7"}, false}, {Field::kRound, {"8"}, false}, {Field::kCountry, {"TR"}, false}};
  CHECK(ids(searcher.search(request)) == Ids{"b7", "c8"});
  request.filters.push_back({Field::kTopic, {"detainees_exchange"}, true});
  CHECK(ids(searcher.search(request)) == Ids{"c8"});
  request.filters = {{Field::kDate, {"2017-10", ""}, false}, {Field::kDate, {"", "2017-11"}, false}};
  CHECK(ids(searcher.search(request)) == Ids{"a7", "b7"});
}

TEST_CASE("facets count all matches, without their own selection") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  SearchRequest request = asking("");
  request.limit = 1;
  request.filters = {{Field::kRound, {"7"}, false}};
  // The second search counts from the column in memory.
  for (int search = 0; search < 2; ++search) {
    const ResultPage page = searcher.search(request);
    CHECK(page.total == 2);
    CHECK(page.hits.size() == 1);
    CHECK(counts(page, Facet::kRound) ==
          std::map<std::string, std::uint64_t>{{"7", 2}, {"8", 1}, {"22", 1}, {"unknown", 1}});
    CHECK(counts(page, Facet::kCountry) ==
          std::map<std::string, std::uint64_t>{{"RU", 1}, {"TR", 1}, {"SY", 2}});
    CHECK(counts(page, Facet::kMonth) == std::map<std::string, std::uint64_t>{{"2017-10", 2}});
    REQUIRE(page.facets.front().facet == Facet::kRound);
    const auto& rounds = page.facets.front().values;
    CHECK(rounds.front().value == "7");
    CHECK(rounds.front().selected);
    CHECK(rounds.front().label == "الجولة السابعة");
    CHECK(rounds.back().value == "unknown");
    CHECK_FALSE(rounds.back().selected);
  }
}

TEST_CASE("a field in the query is a selection too") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  const ResultPage page = searcher.search(asking("المعتقلين ضامن:تركيا"));
  CHECK(page.total == 1);
  CHECK(counts(page, Facet::kGuarantor) ==
        std::map<std::string, std::uint64_t>{{"russia", 1}, {"turkey", 1}});
}

TEST_CASE("facet counts agree with the searches they promise") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  const ResultPage page = searcher.search(asking("وفد"));
  const std::map<Facet, Field> fields{
      {Facet::kRound, Field::kRound},   {Facet::kCountry, Field::kCountry},
      {Facet::kTopic, Field::kTopic},   {Facet::kGuarantor, Field::kGuarantor},
      {Facet::kSource, Field::kSource}, {Facet::kMonth, Field::kDate}};
  for (const auto& counted : page.facets)
    for (const auto& value : counted.values) {
      SearchRequest narrower = asking("وفد");
      const Field field = fields.at(counted.facet);
      narrower.filters = {
          {field, field == Field::kDate ? std::vector{value.value, value.value} : std::vector{value.value},
           false}};
      CAPTURE(value.value);
      CHECK(searcher.search(narrower).total == value.count);
    }
}

TEST_CASE("sorting") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  SearchRequest request = asking("");
  using Order = std::vector<std::string>;
  CHECK(ordered(searcher.search(request)) == Order{"e22", "c8", "a7", "b7", "d0"});
  request.sort = SortOrder::kOldest;
  CHECK(ordered(searcher.search(request)) == Order{"b7", "a7", "c8", "e22", "d0"});
  request.sort = SortOrder::kRound;
  const auto by_round = ordered(searcher.search(request));
  CHECK(by_round[2] == "c8");
  CHECK(by_round[3] == "e22");
  CHECK(by_round[4] == "d0");
}

TEST_CASE("pages follow each other") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  SearchRequest request = asking("");
  request.limit = 2;
  std::vector<std::string> all;
  for (request.offset = 0; request.offset < 6; request.offset += 2)
    for (const auto& id : ordered(searcher.search(request))) all.push_back(id);
  CHECK(all == std::vector<std::string>{"e22", "c8", "a7", "b7", "d0"});
}

TEST_CASE("offset and limit are capped") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  SearchRequest request = asking("");
  request.offset = 4'000'000'000;
  request.limit = 4'000'000'000;
  const ResultPage page = searcher.search(request);
  CHECK(page.hits.empty());
  REQUIRE(page.diagnostics.size() == 1);
  CHECK(page.diagnostics[0].code == "too-many-hits");
}

TEST_CASE("what matches nothing is relaxed, step by step") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  struct Case {
    std::string name;
    std::string query;
    std::vector<Filter> filters;
    std::string step;
    Ids found;
  };
  const Case cases[]{
      {"exact to folded", "=استانة", {}, "folded", {"a7", "b7"}},
      {"exact phrase to folded", "=\"الي أستانة\"", {}, "folded", {"a7"}},
      {"exact phrase to inflections", "=\"الوفد التركية\"", {}, "stem", {"b7"}},
      {"exact phrase to other names", "=\"الاجتماع في أستانا\"", {}, "alias", {"e22"}},
      {"near spelling", "المعتقلن", {}, "near", {"a7", "b7"}},
      {"missing space", "وفدالمعارضة", {}, "near", {"a7", "b7"}},
      {"Latin near spelling", "Lavrendiev", {}, "near", {"a7", "e22"}},
      {"phrase to words", "\"المعتقلين المعارضة\"", {}, "words", {"a7", "b7"}},
      {"an absent word goes", "المعتقلين زمهرير", {}, "fewer-words", {"a7", "b7"}},
      {"words that never meet", "القمح ميستورا", {}, "any", {"c8", "d0"}},
      {"the filter at fault goes", "القمح", {{Field::kRound, {"7"}, false}}, "fewer-filters", {"d0"}},
      {"filters stay where words can go",
       "المعتقلين زمهرير",
       {{Field::kGuarantor, {"turkey"}, false}},
       "fewer-words",
       {"b7"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SearchRequest request = asking(c.query);
    request.filters = c.filters;
    CHECK(searcher.search(request).total == 0);
    request.relax = true;
    const ResultPage page = searcher.search(request);
    REQUIRE(page.relaxed.has_value());
    CHECK(page.relaxed->step == c.step);
    CHECK_FALSE(page.relaxed->message.empty());
    CHECK_FALSE(page.relaxed->message_ar.empty());
    CHECK(ids(page) == c.found);
    CHECK(page.total == c.found.size());
  }
}

TEST_CASE("relaxation says that something occurs nowhere only where that is so") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  struct Case {
    std::string query;
    std::string message;
  };
  const Case cases[]{
      {"\"المعتقلين المعارضة\"", "nowhere do the words of «المعتقلين المعارضة» stand side by side"},
      {"\"وفد المعارضة\" القمح المعتقلين",
       "no article that has the rest has the words of «وفد المعارضة» side by side"},
      {"title:الثامنة المعتقلين", "no article that has the rest has the words in its title"},
      {"=استانة", "the exact spelling occurs nowhere"},
      {"=أستانة =ميستورا", "no article that has the rest has the exact spelling"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    SearchRequest request = asking(c.query);
    request.relax = true;
    const ResultPage page = searcher.search(request);
    REQUIRE(page.relaxed.has_value());
    CAPTURE(page.relaxed->message);
    CHECK(page.relaxed->message.find(c.message) != std::string::npos);
  }
}

TEST_CASE("an outlet nobody knows is told, with the one that is near") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  struct Case {
    std::string query;
    std::string message;
  };
  const Case cases[]{
      {"وفد source:\"مدونه مما\"",
       "no article is from an outlet called 'مدونه مما'; did you mean 'مدونة ما'?"},
      {"وفد source:qqqqqqqqqqqq", "no article is from an outlet called 'qqqqqqqqqqqq'"},
      {"وفد -source:qqqqqqqqqqqq", "no article is from an outlet called 'qqqqqqqqqqqq'"},
      {"وفد source:\"مدونة ما\"", ""},
      {"وفد source:unknown", ""},
      {"وفد source:سانا", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    SearchRequest request = asking(c.query);
    request.relax = true;
    std::string told;
    for (const Diagnostic& d : searcher.search(request).diagnostics)
      if (d.code == "unknown-source") told += d.message;
    CHECK(told == c.message);
  }
}

TEST_CASE("every step of relaxation is counted, also behind the one taken") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  struct Case {
    std::string name;
    std::string query;
    std::string steps;
  };
  const Case cases[]{
      {"matches as it is", "وفد", ""},
      {"exact word", "=استانة", "exact 0, folded 2*, stem 2, alias 3"},
      {"plain word", "المعتقلن", "exact 0, folded 0, stem 0, alias 0, near 2*"},
      {"two words", "القمح ميستورا", "exact 0, folded 0, stem 0, alias 0, any 2*"},
      {"phrase", "\"المعتقلين المعارضة\"", "exact 0, folded 0, stem 0, alias 0, words 2*, any 2"},
      {"near spellings, none of them likely", "القممم", "exact 0, folded 0, stem 0, alias 0, near 1*"},
      {"in vain", "زمهرير", "exact 0, folded 0, stem 0, alias 0, near 0"},
      {"a filter at fault", "القمح round:7", "exact 0, folded 0, stem 0, alias 0, fewer-filters 1*"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    SearchRequest request = asking(c.query);
    request.relax = true;
    const ResultPage page = searcher.search(request);
    std::string steps;
    for (const RelaxationStep& step : page.steps)
      steps += (steps.empty() ? "" : ", ") + step.step + ' ' + std::to_string(step.count) +
               (step.taken ? "*" : "");
    CHECK(steps == c.steps);
    for (const RelaxationStep& step : page.steps)
      if (step.taken) CHECK(step.count == page.total);
  }
}

TEST_CASE("near spellings come behind the word itself, however often and short") {
  std::string rare = "تقرير طويل عن موسم القمح في الجزيرة.";
  for (int i = 0; i < 300; ++i) rare += " كلام آخر لا صلة له بما سبق";
  TestIndex index;
  index.add({{"near", "القمع", "القمع القمع القمع القمع", {}, {}, "none", {}, "", ""},
             {"swapped", "القحم", "القحم القحم", {}, {}, "none", {}, "", ""},
             {"itself", "الحصاد", rare, {}, {}, "none", {}, "", ""},
             {"inflected", "قمح", "قمح قمح قمح", {}, {}, "none", {}, "", ""},
             {"other", "خبر", "لا شيء", {}, {}, "none", {}, "", ""}});
  Searcher searcher(index.root());
  for (int again = 0; again < 3; ++again) {
    const auto found = ordered(searcher.search(asking("القمح~")));
    REQUIRE(found.size() == 4);
    CHECK(found[0] == "itself");
    CHECK(found[1] == "inflected");
  }
}

TEST_CASE("nothing near stays nothing") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  SearchRequest request = asking("زمهرير");
  request.relax = true;
  const ResultPage page = searcher.search(request);
  CHECK(page.total == 0);
  CHECK_FALSE(page.relaxed.has_value());
  CHECK_FALSE(page.suggestion.has_value());
}

TEST_CASE("suggestions put better words in their place") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  struct Case {
    std::string name;
    std::string query;
    std::optional<std::string> suggestion;
  };
  const Case cases[]{
      {"one letter missing", "تبادل المعتقلن", "تبادل المعتقلين"},
      {"spelled as articles spell it", "المعارظة", "المعارضة"},
      {"hamza, alef and taa marbuta as articles have them", "واستائة", "وأستانة"},
      {"operators stay", "\"تبادل\" المعتقلن -القمح", "\"تبادل\" المعتقلين -القمح"},
      {"missing space", "وفدالمعارضة", "وفد المعارضة"},
      {"the likelier slip, of two as near", "الوقد", "الوفد"},
      {"another first letter", "خافرنتييف", "لافرنتييف"},
      {"a slip behind a particle", "والمعتقلن", "والمعتقلين"},
      {"only clitics differ", "والمعتقلين", std::nullopt},
      {"found well enough", "وفد", std::nullopt},
      {"numbers", "2255", std::nullopt},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(searcher.search(asking(c.query)).suggestion == c.suggestion);
  }
}

TEST_CASE("explanations tell which word by which step") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  SearchRequest request = asking("استانة Lavrentiev معتقلين");
  request.explain = true;
  const ResultPage page = searcher.search(request);
  REQUIRE(page.hits.size() == 1);
  const Hit& hit = page.hits.front();
  std::map<std::string, std::string> steps;
  for (const auto& reason : hit.explanation) {
    steps[reason.text_word] = reason.step;
    CHECK(hit.article.slice(reason.range) == reason.text_word);
  }
  CHECK(steps["أستانة"] == "folded");
  CHECK(steps["لافرنتييف"] == "alias");
  CHECK(steps["المعتقلين"] == "stem");
}

TEST_CASE("similar articles leave out the article itself") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  const auto page = searcher.similar("a7", 10);
  REQUIRE(page.has_value());
  REQUIRE_FALSE(page->hits.empty());
  CHECK(page->hits.front().article.id == "b7");
  CHECK_FALSE(ids(*page).contains("a7"));
  CHECK_FALSE(searcher.similar("none such", 10).has_value());
}

TEST_CASE("an article is found by its id") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  REQUIRE(searcher.article("c8").has_value());
  CHECK(searcher.article("c8")->title() == "انطلاق الجولة الثامنة");
  CHECK_FALSE(searcher.article("C8").has_value());
  CHECK_FALSE(searcher.article("").has_value());
}

TEST_CASE("a searcher follows commits and generations") {
  TestIndex index(samples());
  Searcher searcher(index.root());
  CHECK(searcher.search(asking("")).total == 5);
  for (int i = 0; i < 5; ++i) {
    index.add({{"new" + std::to_string(i), "خبر", "خبر جديد عن الهدنة", {8}, {}, "none", {}, "", ""}});
    index.remove(i == 0 ? "d0" : "new" + std::to_string(i - 1));
    CHECK(searcher.search(asking("")).total == 5);
    CHECK(counts(searcher.search(asking("الهدنة")), Facet::kRound) ==
          std::map<std::string, std::uint64_t>{{"8", 1}});
  }
  const auto before = searcher.search(asking("")).index_generation;
  index.switch_generation();
  const ResultPage empty = searcher.search(asking(""));
  CHECK(empty.total == 0);
  CHECK(empty.index_generation != before);
  index.add(samples());
  CHECK(searcher.search(asking("القمح")).total == 1);
}

TEST_CASE("index errors say what to do") {
  const auto kind_of = [](const std::filesystem::path& root) {
    try {
      Searcher searcher(root);
    } catch (const IndexError& error) {
      CHECK_FALSE(std::string(error.what()).empty());
      return error.kind();
    }
    FAIL("no IndexError");
    return IndexError::Kind::kMissing;
  };
  TestIndex index(samples());
  CHECK(kind_of(index.root() / "elsewhere") == IndexError::Kind::kMissing);

  IndexStamp stamp;
  stamp.analyzer = "another analyzer";
  index.set_metadata(metadata::kStamp, stamp.serialize());
  CHECK(kind_of(index.root()) == IndexError::Kind::kStale);

  index.set_metadata(metadata::kStamp, "no stamp");
  CHECK(kind_of(index.root()) == IndexError::Kind::kUnreadable);

  std::filesystem::remove_all(index.root() / "gen-000001");
  CHECK(kind_of(index.root()) == IndexError::Kind::kUnreadable);

  // A stub file could make Xapian run programs: it is no index.
  std::ofstream(index.root() / "gen-000001") << "remote :echo\n";
  CHECK(kind_of(index.root()) == IndexError::Kind::kUnreadable);
}

TEST_CASE("hostile queries end in time") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  std::string words, wild, nested, phrase = "\"";
  for (int i = 0; i < 2000; ++i) {
    words += "وفد ";
    wild += "ال* ";
    nested += "(وفد OR ";
    phrase += "في ";
  }
  for (const auto& text : {words, wild, nested, phrase + "\""}) {
    const ResultPage page = searcher.search(asking(text));
    CHECK_FALSE(page.diagnostics.empty());
  }
}
