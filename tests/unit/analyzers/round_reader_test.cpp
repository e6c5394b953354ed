#include "analyzers/about/round_reader.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "analyzers/about/gazetteer.h"

using namespace mahdar;

namespace {

/// "7: الجولة السابعة" for each round the words name.
std::vector<std::string> rounds_in(const std::string& text) {
  static const Taxonomy& taxonomy = Taxonomy::bundled();
  static const Analyzer analyzer(taxonomy);
  static const Gazetteer gazetteer(taxonomy, analyzer);
  static const RoundReader reader(taxonomy, analyzer);
  const TokenStream tokens = analyzer.analyze(text);
  std::vector<std::string> found;
  for (const RoundName& name : reader.find(tokens, gazetteer.find(tokens)))
    found.push_back(
        std::to_string(name.number) + ": " +
        text.substr(tokens[name.first].begin, tokens[name.end - 1].end - tokens[name.first].begin));
  return found;
}

}  // namespace

TEST_CASE("a few words name a round") {
  struct Case {
    std::string text;
    std::vector<std::string> rounds;
  };
  const Case cases[]{
      {"الجولة السابعة", {"7: الجولة السابعة"}},
      {"الجولة 7", {"7: الجولة 7"}},
      {"الجولة ٧", {"7: الجولة ٧"}},
      {"جولة أستانا السابعة", {"7: جولة أستانا السابعة"}},
      {"الجولة السابعة عشرة", {"17: الجولة السابعة عشرة"}},
      {"الجولة السابعة عشر", {"17: الجولة السابعة عشر"}},
      {"الجوله السابعه", {"7: الجوله السابعه"}},
      {"الجولة الثانية والعشرون", {"22: الجولة الثانية والعشرون"}},
      {"الجولة الحادية عشرة", {"11: الجولة الحادية عشرة"}},
      {"round 7", {"7: round 7"}},
      {"Astana round 7", {"7: round 7"}},
      {"أستانا 7", {"7: أستانا 7"}},
      {"أستانا7", {"7: أستانا7"}},
      {"بيان الجولة السابعة", {"7: الجولة السابعة"}},
      {"الجولة السابعة المعتقلين", {"7: الجولة السابعة"}},
      {"الجولة السابعة من محادثات أستانا", {"7: الجولة السابعة"}},
      {"وفد روسيا في الجولة السابعة", {"7: الجولة السابعة"}},
      {"الجولة السابعة والثامنة", {"7: الجولة السابعة", "8: والثامنة"}},
      {"الجولتان السابعة والثامنة", {"7: الجولتان السابعة", "8: والثامنة"}},
      {"الجولات السابعة والثامنة والتاسعة", {"7: الجولات السابعة", "8: والثامنة", "9: والتاسعة"}},
      {"أستانا 7 و8", {"7: أستانا 7", "8: و8"}},
      {"المباحثات السابعة والثامنة", {}},
      {"جنيف 7 و8", {}},
      {"جنيف 7", {}},
      {"الجولة السابعة من جنيف", {}},
      {"الجولة السابعة جنيف", {}},
      {"جنيف الجولة السابعة", {}},
      {"الجولة السابعة للجنة الدستورية", {}},
      {"اللجنة الدستورية الجولة السابعة", {}},
      {"الجولة السابعة سوتشي", {}},
      {"سوتشي 7", {}},
      {"سوتشي 15", {}},
      {"الجولة 99", {}},
      {"7", {}},
      {"السابعة", {}},
      {"الجولة", {}},
      {"7 معتقلين", {}},
      {"الاجتماع السابع", {}},
      {"سبع جولات", {}},
      {"7 كانون الثاني", {}},
      {"الجولة الأخيرة", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(rounds_in(c.text) == c.rounds);
  }
}
