#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/match/searcher.h"
#include "test_index.h"

using namespace mahdar;
using test::Sample;
using test::TestIndex;

namespace {

std::vector<Sample> samples() {
  return {
      {"a",
       "وفد روسيا في أستانا",
       "وصلت وفود المعارضة إلى آستانة. وقال ولافرنتييف حاضر إنّ المُعْتَقَلِينَ وملف الألغام والسجناء أولوية. "
       "وذكر القرار ٢٢٥٤، وأعلن ذلك.",
       {7},
       {"RU", "SY"},
       "russia",
       {"detainees_exchange"},
       "sana",
       "2017-10-30"},
      {"b",
       "حفظ الكتب",
       "في المكتبة كتب ومكتب قديم، وحضر ستافان دي ميستورا.",
       {8},
       {},
       "none",
       {},
       "",
       "2018"},
  };
}

ResultPage explained(Searcher& searcher, SearchRequest request) {
  request.explain = true;
  return searcher.search(request);
}

SearchRequest asking(const std::string& text) {
  SearchRequest request;
  request.text = text;
  return request;
}

const MatchReason* reason_for(const Hit& hit, const std::string& text_word, const std::string& query_word) {
  const auto found = std::ranges::find_if(hit.explanation, [&](const MatchReason& r) {
    return r.text_word == text_word && r.query_word == query_word;
  });
  return found == hit.explanation.end() ? nullptr : &*found;
}

std::string steps_in(const MatchReason& reason) {
  std::string text;
  for (const ReasonStep& step : reason.steps)
    text += (text.empty() ? "" : " ") + step.step + ':' + step.query + '/' + step.text;
  return text;
}

}  // namespace

TEST_CASE("each hit tells by which steps its words were found") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  struct Case {
    std::string query;
    std::string query_word;
    std::string text_word;
    std::string step;
    std::string steps;
    std::string entity;
  };
  const Case cases[]{
      {"روسيا", "روسيا", "روسيا", "exact", "exact:روسيا/روسيا", ""},
      {"اولوية", "اولوية", "أولوية", "folded", "alef:ا/أ", ""},
      {"2254", "2254", "٢٢٥٤", "exact", "digit:2254/٢٢٥٤", ""},
      {"وفد", "وفد", "وفود", "stem", "broken-plural:وفد/وفود", ""},
      {"لغم", "لغم", "الألغام", "stem", "broken-plural:لغم/ألغام clitic:/ال", ""},
      {"السجين", "السجين", "والسجناء", "stem", "broken-plural:سجين/سجناء clitic:ال/و+ال", ""},
      {"أستانا", "أستانا", "آستانة", "alias", "name:أستانا/آستانة", "astana-city"},
      {"Lavrentiev", "Lavrentiev", "ولافرنتييف", "alias", "latin-name:Lavrentiev/ولافرنتييف clitic:/و",
       "alexander-lavrentiev"},
      {"Lawrentyew", "Lawrentyew", "ولافرنتييف", "alias", "transliteration:Lawrentyew/ولافرنتييف clitic:/و",
       "alexander-lavrentiev"},
      {"معتقل*", "معتقل", "المُعْتَقَلِينَ", "prefix", "wildcard:معتقل*/المُعْتَقَلِينَ clitic:/ال", ""},
      {"اولويه~", "اولويه", "أولوية", "folded", "alef:ا/أ taa-marbuta:ه/ة", ""},
      {"اولوبة~", "اولوبة", "أولوية", "near", "near:اولوبة/أولوية", ""},
      {"القراز", "القراز", "القرار", "exact", "near:القراز/القرار exact:القرار/القرار", ""},
      {"\"ملف الألغام\"", "ملف", "وملف", "stem", "phrase:ملف الألغام/وملف الألغام clitic:/و", ""},
      {"\"إلى أستانا\"", "أستانا", "آستانة", "alias", "phrase:إلى أستانا/إلى آستانة name:أستانا/آستانة", ""},
      {"=أعلن", "أعلن", "وأعلن", "", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    const ResultPage page = explained(searcher, asking(c.query));
    if (c.step.empty()) {
      CHECK((page.hits.empty() || page.relaxed));
      continue;
    }
    REQUIRE_FALSE(page.hits.empty());
    const Hit& hit = page.hits.front();
    const MatchReason* reason = reason_for(hit, c.text_word, c.query_word);
    REQUIRE(reason != nullptr);
    CHECK(reason->step == c.step);
    CHECK(steps_in(*reason) == c.steps);
    CHECK(reason->entity == c.entity);
    CHECK(reason->in_title == (reason->range.end <= hit.article.title_end));
    for (const MatchReason& r : hit.explanation) {
      CHECK(hit.article.slice(r.range) == r.text_word);
      CHECK_FALSE(r.steps.empty());
    }
  }
}

TEST_CASE(
    "the family of a word explains a hit only where any word suffices and nothing closer stands there") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  SearchRequest request = asking("كاتب القمح");
  request.match = MatchMode::kAny;
  const ResultPage page = explained(searcher, request);
  REQUIRE(page.hits.size() == 1);
  REQUIRE_FALSE(page.hits[0].explanation.empty());
  for (const MatchReason& r : page.hits[0].explanation) {
    CHECK(r.step == "family");
    CHECK(r.steps.front().step == "family");
    CHECK(r.steps.front().query != r.steps.front().text);
  }
  CHECK_FALSE(page.hits[0].highlights.empty());
  request.text = "المكتبة القمح";
  const ResultPage both = explained(searcher, request);
  for (const MatchReason& r : both.hits.at(0).explanation) CHECK(r.step != "family");
}

TEST_CASE("filters tell which value let an article through") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  SearchRequest request = asking("وفد ضامن:روسيا (country:SY OR country:TR)");
  request.filters = {{Field::kRound, {"7", "9"}, false},
                     {Field::kDate, {"2017-10", ""}, false},
                     {Field::kCountry, {"IR"}, true}};
  const ResultPage page = explained(searcher, request);
  REQUIRE(page.hits.size() == 1);
  std::vector<std::string> passed;
  for (const FilterReason& r : page.hits[0].filters) {
    std::string text = std::string(r.negated ? "-" : "") + std::string(row(r.field).name);
    for (const std::string& value : r.values) text += ':' + value;
    passed.push_back(text);
    for (const Evidence& e : r.evidence) CHECK(e.range.end <= page.hits[0].article.text.size());
  }
  CHECK(passed == std::vector<std::string>{"round:7", "date:2017-10-30", "-country:IR", "guarantor:russia",
                                           "country:SY"});
  request.explain = false;
  CHECK(searcher.search(request).hits.at(0).filters.empty());
}

TEST_CASE("a shown article has its words marked also where only a relaxed query led to it") {
  const TestIndex index(samples());
  Searcher searcher(index.root());
  const auto view = searcher.view("a", "\"الألغام وفد\"");
  REQUIRE(view.has_value());
  std::vector<std::string> words;
  for (const MatchReason& r : view->matches) words.push_back(r.text_word);
  CHECK(std::ranges::find(words, "الألغام") != words.end());
  CHECK(std::ranges::find(words, "وفود") != words.end());
}
