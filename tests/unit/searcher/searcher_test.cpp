#include "searcher/match/searcher.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "sample_archive.h"
#include "schema/index_stamp.h"

using namespace mahdar;
using namespace mahdar::test;

TEST_CASE("a query without a word says that nothing was searched for") {
  const TestIndex index(sample_archive());
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
    CHECK(page.total == sample_archive().size());
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
  const TestIndex index(sample_archive());
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
      {"near spelling with another first letter", "رافرنتييف~", {"a7", "e22"}},
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
  const TestIndex index(sample_archive());
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

TEST_CASE("near spellings take other forms of near words too, and the nearer word first") {
  TestIndex index;
  index.add({{"forms", "خبر", "خرج المعتقلين من السجن", {}, {}, "none", {}, "", ""},
             {"far", "خبر", "المفاوض المفاوض المفاوض المفاوض", {}, {}, "none", {}, "", ""},
             {"close", "خبر", "انتهت المفاوضات في المدينة بعد يومين طويلين", {}, {}, "none", {}, "", ""},
             {"other", "خبر", "لا شيء", {}, {}, "none", {}, "", ""}});
  Searcher searcher(index.root());
  CHECK(ids(searcher.search(asking("معتفل~"))) == Ids{"forms"});
  CHECK(ordered(searcher.search(asking("المفاوظات~"))).front() == "close");
}

TEST_CASE("explanations tell which word by which step") {
  const TestIndex index(sample_archive());
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
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  const auto page = searcher.similar("a7", 10);
  REQUIRE(page.has_value());
  REQUIRE_FALSE(page->hits.empty());
  CHECK(page->hits.front().article.id == "b7");
  CHECK_FALSE(ids(*page).contains("a7"));
  CHECK_FALSE(searcher.similar("none such", 10).has_value());
}

TEST_CASE("an article is found by its id") {
  const TestIndex index(sample_archive());
  Searcher searcher(index.root());
  REQUIRE(searcher.article("c8").has_value());
  CHECK(searcher.article("c8")->title() == "انطلاق الجولة الثامنة");
  CHECK_FALSE(searcher.article("C8").has_value());
  CHECK_FALSE(searcher.article("").has_value());
}

TEST_CASE("a searcher follows commits and generations") {
  TestIndex index(sample_archive());
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
  index.add(sample_archive());
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
  TestIndex index(sample_archive());
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
  const TestIndex index(sample_archive());
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
