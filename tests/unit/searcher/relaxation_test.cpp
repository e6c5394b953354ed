#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sample_archive.h"
#include "searcher/match/searcher.h"

using namespace mahdar;
using namespace mahdar::test;

TEST_CASE("what matches nothing is relaxed, step by step") {
  const TestIndex index(sample_archive());
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
  const TestIndex index(sample_archive());
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

TEST_CASE("every step of relaxation is counted, also behind the one taken") {
  const TestIndex index(sample_archive());
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

TEST_CASE("filters without words are not all dropped: the whole archive answers nothing") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  struct Case {
    std::string query;
    std::string steps;
  };
  const Case cases[]{
      {"date:1999", ""},
      {"date:1999 round:unknown guarantor:iran", ""},
      {"date:1999 round:7", "fewer-filters 2*"},
      {"-القمح date:1999", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    SearchRequest request = asking(c.query);
    request.relax = true;
    const ResultPage page = searcher.search(request);
    std::string steps;
    for (const RelaxationStep& step : page.steps)
      steps += step.step + ' ' + std::to_string(step.count) + (step.taken ? "*" : "");
    CHECK(steps == c.steps);
    CHECK((page.total == 0) == c.steps.empty());
  }
}

TEST_CASE("of what is near a word alone, the closest kind is taken") {
  const auto sample = [](std::string id, std::string body) {
    Sample made;
    made.id = std::move(id);
    made.title = "خبر";
    made.body = std::move(body);
    return made;
  };
  const TestIndex index({sample("prisoners", "ملف الجرحى والأسرى"),
                         sample("name", "اسم المدينة وأسماء القرى"),
                         sample("bakeries", "طوابير أمام الأفران"), sample("banners", "لافتات في الشارع"),
                         sample("envoy", "وفد لافرنتييف"), sample("days", "يومي 10 و11 من الشهر"),
                         sample("road", "تسير القافلة والاتفاق ساري")});
  Searcher searcher(index.root());
  struct Case {
    std::string query;
    std::string step;
    Ids found;
  };
  const Case cases[]{
      {"الأسرا", "near", {"prisoners"}},
      {"لافر", "begins", {"envoy"}},
      {"وفد لافر", "begins", {"envoy"}},
      {"لاف", "begins", {"banners", "envoy"}},
      {"الأفرن", "near", {"bakeries"}},
      {"2017/10/31", "", {}},
      {"31~", "", {}},
      {"لا", "", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    SearchRequest request = asking(c.query);
    request.relax = true;
    const ResultPage page = searcher.search(request);
    CHECK((page.relaxed ? page.relaxed->step : "") == c.step);
    if (c.query != "لا") CHECK(ids(page) == c.found);
  }
}

TEST_CASE("relaxation tells each step and each word once") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  SearchRequest request = asking("زمهرير");
  request.filters = {{Field::kRound, {"7"}, false}};
  request.relax = true;
  std::vector<std::string> steps;
  for (const RelaxationStep& step : searcher.search(request).steps) steps.push_back(step.step);
  CHECK(steps == std::vector<std::string>{"exact", "folded", "stem", "alias", "near", "fewer-filters",
                                          "filters-only"});

  request = asking("المعتقلين زمهرير صقيع زمهرير زمهرير");
  request.relax = true;
  const ResultPage page = searcher.search(request);
  REQUIRE(page.relaxed.has_value());
  CHECK(page.relaxed->step == "fewer-words");
  CHECK(page.relaxed->message == "no article has all the words; «زمهرير», «صقيع» was left out");
}

TEST_CASE("nothing near stays nothing") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  SearchRequest request = asking("زمهرير");
  request.relax = true;
  const ResultPage page = searcher.search(request);
  CHECK(page.total == 0);
  CHECK_FALSE(page.relaxed.has_value());
  CHECK_FALSE(page.suggestion.has_value());
}

TEST_CASE("suggestions put better words in their place") {
  const TestIndex index(sample_archive());
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

TEST_CASE("no suggestion is a particle and a word that no article writes so") {
  std::vector<test::Sample> articles;
  for (int i = 0; i < 5; ++i)
    articles.push_back({"n" + std::to_string(i),
                        "خبر",
                        "الطرقات مغلقة طرقات يمنع رئيسة الرئيسة رئيسه ميركل وبالتنسيق سراقب القيروان بأولئك",
                        {},
                        {},
                        "none",
                        {},
                        "",
                        ""});
  const TestIndex index(articles);
  Searcher searcher(index.root());
  struct Case {
    std::string name;
    std::string query;
    std::optional<std::string> suggestion;
  };
  const Case cases[]{
      {"a noun, without the preposition", "بطفقات", "طرقات"},
      {"no verb behind a preposition", "بيمنا", std::nullopt},
      {"taa marbuta as typed", "برئكسة", "رئيسة"},
      {"no conjunction that was not typed", "بالتنسيقف", "بالتنسيق"},
      {"a Latin name the taxonomy lacks", "Merkel", "ميركل"},
      {"an Arabic name the taxonomy lacks", "Saraqib", "سراقب"},
      {"an Arabic name behind the article", "Kairouan", "القيروان"},
      {"no stop word behind a clitic", "police", std::nullopt},
      {"Latin letters near none", "Market", std::nullopt},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(searcher.search(asking(c.query)).suggestion == c.suggestion);
  }
}

TEST_CASE("correct words that few articles have are not corrected") {
  std::vector<test::Sample> articles;
  const std::string often = "تسير أخرى والحد تشريح الاضطرابات والمتعلق الطوارئ ليبي";
  for (int i = 0; i < 200; ++i)
    articles.push_back({"n" + std::to_string(i), "خبر", often, {}, {}, "none", {}, "", ""});
  articles.push_back(
      {"rare", "خبر", "أسير والد الاظطرابات والمتلعق الكواري شراح", {}, {}, "none", {}, "", ""});
  articles.push_back({"root", "خبر", "شرحت شرح", {}, {}, "none", {}, "", ""});
  articles.push_back({"city", "خبر", "ريا", {}, {}, "none", {}, "", ""});
  const TestIndex index(articles);
  Searcher searcher(index.root());
  struct Case {
    std::string name;
    std::string query;
    std::optional<std::string> suggestion;
  };
  const Case cases[]{
      {"a word of the lists, found once", "أسير", std::nullopt},
      {"another form of it", "أسرى", std::nullopt},
      {"a word of the lists behind the article", "الوالد", std::nullopt},
      {"a rare name, near a frequent word by chance", "الكواري", std::nullopt},
      {"a slip in a long word, found once", "الاظطرابات", "الاضطرابات"},
      {"swapped letters in a long word, found once", "والمتلعق", "والمتعلق"},
      {"found in no article, of pieces that few have", "ليبيريا", std::nullopt},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(searcher.search(asking(c.query)).suggestion == c.suggestion);
  }
}
