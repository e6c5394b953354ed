#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/analyzers/bundled_annotator.h"

namespace mahdar {
namespace {

namespace fs = std::filesystem;

/// Five real articles that cannot be part of the repository.
fs::path seeds_folder() {
  if (const char* folder = std::getenv("MAHDAR_SEEDS")) return folder;
  return fs::path(MAHDAR_SOURCE_DIR) / ".." / "shared" / "seeds";
}

struct Expectation {
  const char* number;
  int round;
  std::vector<std::string> focus;      ///< any of these
  std::vector<std::string> topics;     ///< at least these
  std::vector<std::string> published;  ///< any of these
  const char* source;
  std::vector<std::string> boilerplate;  ///< cut
  std::vector<int> past;                 ///< rounds mentioned as past
};

const std::vector<Expectation> kSeeds = {
    {"000",
     7,
     {"russia", "several"},
     {"detainees_exchange", "deescalation_zones"},
     {"2017-10-30", "2017-10-31"},
     "",
     {"أخبار متعلقة", "أقسام", "فرنسا..."},
     {}},
    {"001",
     8,
     {"none", "several"},
     {"detainees_exchange"},
     {"2017-12-21"},
     "elaph",
     {"إنستجرام", "للإشتراك", "التعليقات"},
     {}},
    {"002",
     7,
     {"russia"},
     {"detainees_exchange", "national_dialogue_sochi"},
     {"2017-10-30"},
     "sana",
     {"المصدر"},
     {}},
    {"003",
     22,
     {"several", "none"},
     {"refugee_return", "reconstruction"},
     {"2024-11-11"},
     "baladi-news",
     {"مقالات ذات صلة", "مظلوم عبدي", "It's Over 9000", "جنبلاط"},
     {21}},
    {"004",
     8,
     {"none", "several"},
     {"detainees_exchange"},
     {"2017-12-21"},
     "human-voice",
     {"اترك تعليقاً", "مقالات ذات صلة", "الحقول الإلزامية"},
     {}},
};

AnnotatedArticle annotate_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return annotate_text(text.str());
}

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

void check_article(const Article& article, const Expectation& expected) {
  CHECK(article.round.about == std::vector<int>{expected.round});
  for (const int past : expected.past) {
    CHECK(std::any_of(article.round.mentioned.begin(), article.round.mentioned.end(),
                      [&](const RoundMention& m) { return m.round == past && m.role == RoundRole::kPast; }));
  }
  CAPTURE(article.guarantor.focus);
  CHECK(contains(expected.focus, article.guarantor.focus));
  for (const std::string& topic : expected.topics) {
    CAPTURE(topic);
    CHECK(std::any_of(article.topics.begin(), article.topics.end(),
                      [&](const TopicInfo& found) { return found.id == topic; }));
  }
  CAPTURE(article.date.published);
  CHECK(contains(expected.published, article.date.published));
  if (*expected.source != '\0') CHECK(article.source.id == expected.source);
  for (const std::string& words : expected.boilerplate) {
    CAPTURE(words);
    CHECK(article.text.find(words) == std::string::npos);
  }
}

TEST_CASE("five real articles") {
  if (!fs::is_directory(seeds_folder())) {
    MESSAGE("no folder of real articles (MAHDAR_SEEDS): not checked");
    return;
  }
  for (const Expectation& expected : kSeeds) {
    for (const fs::directory_entry& entry : fs::directory_iterator(seeds_folder())) {
      if (!entry.path().filename().string().starts_with(std::string(expected.number) + "_")) continue;
      CAPTURE(expected.number);
      check_article(*annotate_file(entry.path()).article, expected);
    }
  }
}

}  // namespace
}  // namespace mahdar
