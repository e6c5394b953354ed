#include "analyzers/about/stem_phrases.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace mahdar {
namespace {

const Analyzer& bundled_analyzer() {
  static const Analyzer analyzer(Taxonomy::bundled());
  return analyzer;
}

TEST_CASE("phrases are found by stems") {
  StemPhrases phrases;
  phrases.add(bundled_analyzer(), "إطلاق سراح المعتقلين", 1);
  phrases.add(bundled_analyzer(), "إيصال المساعدات", 2);
  phrases.add(bundled_analyzer(), "...", 3);
  phrases.build();
  struct Row {
    std::string name;
    std::string text;
    std::vector<std::string> found;
  };
  const std::vector<Row> rows = {
      {"as written", "بحثوا إطلاق سراح المعتقلين اليوم", {"إطلاق سراح المعتقلين"}},
      {"inflected, behind a clitic", "طالبوا بإطلاق سراح معتقلين", {"بإطلاق سراح معتقلين"}},
      {"a word between", "إيصال جميع المساعدات", {"إيصال جميع المساعدات"}},
      {"two words between", "إيصال كل هذه المساعدات", {}},
      {"over a sentence's end", "تأخر الإيصال. المساعدات كثيرة", {}},
      {"its beginning only", "إطلاق سراح", {}},
      {"twice", "إيصال المساعدات ثم إيصال المساعدات", {"إيصال المساعدات", "إيصال المساعدات"}},
      {"nothing", "", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const TokenStream tokens = bundled_analyzer().analyze(row.text);
    std::vector<std::string> found;
    for (const StemPhrases::Match& match : phrases.find(tokens)) {
      const std::uint32_t begin = tokens[match.first].begin;
      found.push_back(row.text.substr(begin, tokens[match.first + match.words - 1].end - begin));
    }
    CHECK(found == row.found);
  }
}

TEST_CASE("a word behind = stands as written, behind article and clitics") {
  StemPhrases phrases;
  phrases.add(bundled_analyzer(), "المناطق =أمنية", 1);
  phrases.build();
  const auto found = [&](std::string_view text) {
    return phrases.find(bundled_analyzer().analyze(text)).size() == 1;
  };
  CHECK(found("في مناطق أمنية"));
  CHECK(found("والمناطق الأمنية"));
  CHECK_FALSE(found("والمناطق الآمنة"));
  CHECK_FALSE(found("منطقة آمنة"));
}

TEST_CASE("phrases of equal stems share a number") {
  StemPhrases phrases;
  phrases.add(bundled_analyzer(), "منطقة خفض التصعيد", 4);
  phrases.add(bundled_analyzer(), "منطقة خفض تصعيد", 5);
  phrases.build();
  const TokenStream tokens = bundled_analyzer().analyze("في منطقة خفض التصعيد");
  const std::vector<StemPhrases::Match> found = phrases.find(tokens);
  REQUIRE(found.size() == 2);
  CHECK(found[0].phrase == found[1].phrase);
  CHECK(found[0].value != found[1].value);
}

}  // namespace
}  // namespace mahdar
