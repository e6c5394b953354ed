#include "searcher/render/words.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "schema/field.h"

using namespace mahdar;

namespace {

std::string source_text(const std::filesystem::path& folder, const std::set<std::string>& endings) {
  std::string all;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (endings.contains(entry.path().extension().string())) {
      std::ifstream file(entry.path());
      all += std::string(std::istreambuf_iterator<char>(file), {});
    }
  return all;
}

}  // namespace

TEST_CASE("every word stands in both languages, once") {
  const Words arabic(false);
  const Words english(true);
  std::set<std::string_view> seen;
  for (const std::string_view key : Words::keys()) {
    CHECK_MESSAGE(seen.insert(key).second, key);
    CHECK_MESSAGE(!arabic.find(key).empty(), key);
    CHECK_MESSAGE(!english.find(key).empty(), key);
    CHECK_MESSAGE((arabic.find(key).find('#') == std::string_view::npos) ==
                      (english.find(key).find('#') == std::string_view::npos || key.ends_with(".one") ||
                       key.ends_with(".two")),
                  key);
  }
}

TEST_CASE("every word the page or the script names stands in the file") {
  const std::filesystem::path folder = std::filesystem::path(MAHDAR_SOURCE_DIR) / "searcher/web";
  const std::string text = source_text(folder, {".cpp"}) + source_text(folder / "src", {".ts", ".tsx"});
  const auto keys = Words::keys();
  const std::regex use("(?:words|words_|say)\\([\"']([a-z0-9.]+)[\"']");
  int uses = 0;
  for (std::sregex_iterator match(text.begin(), text.end(), use), end; match != end; ++match, ++uses) {
    const std::string key = (*match)[1];
    const bool stem = key.ends_with('.');
    CHECK_MESSAGE(
        std::ranges::any_of(keys, [&](auto known) { return stem ? known.starts_with(key) : known == key; }),
        key);
  }
  CHECK(uses > 60);
}

TEST_CASE("every facet of the schema has a name on the page") {
  for (const FieldRow& row : kFields)
    if (row.facet) CHECK_MESSAGE(!Words(true).find("facet." + std::string(row.name)).empty(), row.name);
}

TEST_CASE("counts follow the grammar") {
  const Words arabic(false);
  CHECK(arabic.count("results", 0) == "لا نتائج");
  CHECK(arabic.count("results", 1) == "خبر واحد");
  CHECK(arabic.count("results", 2) == "خبران");
  CHECK(arabic.count("results", 3) == "3 أخبار");
  CHECK(arabic.count("results", 10) == "10 أخبار");
  CHECK(arabic.count("results", 11) == "11 خبرًا");
  CHECK(arabic.count("results", 99) == "99 خبرًا");
  CHECK(arabic.count("results", 100) == "100 خبر");
  CHECK(arabic.count("results", 103) == "103 أخبار");
  CHECK(arabic.count("results", 70'000) == "70,000 خبر");
  const Words english(true);
  CHECK(english.count("results", 1) == "1 article");
  CHECK(english.count("results", 1'234'567) == "1,234,567 articles");
}

TEST_CASE("dates are written out") {
  const Words arabic(false);
  CHECK(arabic.date("2017-10-30") == "30 تشرين الأول 2017");
  CHECK(arabic.date("2017-10") == "تشرين الأول 2017");
  CHECK(arabic.date("2017") == "2017");
  CHECK(arabic.date("2017-13") == "2017-13");
  CHECK(arabic.days("2017-10-30", "2017-10-31") == "30–31 تشرين الأول 2017");
  CHECK(Words(true).days("2018-01-30", "2018-02-01") == "30 January 2018 – 1 February 2018");
  CHECK(Words(true).days("2018-01-30", "2018-01-30") == "30 January 2018");
}

TEST_CASE("a word the file lacks is a fault") {
  CHECK_THROWS_AS(Words(false)("no.such.key"), std::out_of_range);
}
