#include "schema/taxonomy.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "tests/unit/temporary_directory.h"

namespace fs = std::filesystem;
using namespace mahdar;

namespace {

const Entity& entity(std::string_view id) {
  const Entity* found = Taxonomy::bundled().entity(id);
  REQUIRE_MESSAGE(found, std::string(id));
  return *found;
}

bool has_name(const Entity& e, std::string_view name) {
  return std::find(e.names.begin(), e.names.end(), name) != e.names.end();
}

}  // namespace

TEST_CASE("the 22 rounds of the Astana talks have their dates and cities") {
  struct Row {
    int number;
    const char* start;
    const char* end;
    const char* city;
  };
  constexpr Row kRounds[] = {
      {1, "2017-01-23", "2017-01-24", "astana"},      {2, "2017-02-15", "2017-02-16", "astana"},
      {3, "2017-03-14", "2017-03-15", "astana"},      {4, "2017-05-03", "2017-05-04", "astana"},
      {5, "2017-07-04", "2017-07-05", "astana"},      {6, "2017-09-14", "2017-09-15", "astana"},
      {7, "2017-10-30", "2017-10-31", "astana"},      {8, "2017-12-21", "2017-12-22", "astana"},
      {9, "2018-05-14", "2018-05-15", "astana"},      {10, "2018-07-30", "2018-07-31", "sochi"},
      {11, "2018-11-28", "2018-11-29", "astana"},     {12, "2019-04-25", "2019-04-26", "nur-sultan"},
      {13, "2019-08-01", "2019-08-02", "nur-sultan"}, {14, "2019-12-10", "2019-12-11", "nur-sultan"},
      {15, "2021-02-16", "2021-02-17", "sochi"},      {16, "2021-07-07", "2021-07-08", "nur-sultan"},
      {17, "2021-12-21", "2021-12-22", "nur-sultan"}, {18, "2022-06-15", "2022-06-16", "nur-sultan"},
      {19, "2022-11-22", "2022-11-23", "astana"},     {20, "2023-06-20", "2023-06-21", "astana"},
      {21, "2024-01-24", "2024-01-25", "astana"},     {22, "2024-11-11", "2024-11-12", "astana"},
  };
  const Taxonomy& taxonomy = Taxonomy::bundled();
  CHECK(taxonomy.rounds().size() == std::size(kRounds));
  for (const Row& row : kRounds) {
    CAPTURE(row.number);
    const Round* round = taxonomy.round(row.number);
    REQUIRE(round);
    CHECK(round->start == row.start);
    CHECK(round->end == row.end);
    CHECK(round->city == row.city);
    CHECK_FALSE(round->keywords.empty());
  }
}

TEST_CASE("every city, head, delegation and country that is referred to exists") {
  const Taxonomy& taxonomy = Taxonomy::bundled();
  for (const Round& round : taxonomy.rounds()) {
    CHECK(entity(round.city).kind == EntityKind::kPlace);
    for (const std::string& head : round.heads) CHECK(entity(head).kind == EntityKind::kPerson);
  }
  for (const Entity& e : taxonomy.entities()) {
    CAPTURE(e.id);
    if (!e.country.empty()) CHECK(taxonomy.country(e.country));
    for (const Delegation& d : e.delegations) CHECK((taxonomy.country(d.of) || taxonomy.entity(d.of)));
  }
}

TEST_CASE("who leads a delegation in a round was in office on its first day") {
  const Taxonomy& taxonomy = Taxonomy::bundled();
  for (const Round& round : taxonomy.rounds())
    for (const std::string& head : round.heads) {
      CAPTURE(round.number);
      CAPTURE(head);
      CHECK_FALSE(Taxonomy::delegation_on(entity(head), round.start).empty());
    }
}

TEST_CASE("no name of a rival process proves the archive's own") {
  const Process& process = Taxonomy::bundled().process();
  std::set<std::string> own(process.names.begin(), process.names.end());
  own.insert(process.format.begin(), process.format.end());
  std::set<std::string> ids;
  for (const RivalProcess& rival : process.rivals) {
    CAPTURE(rival.id);
    CHECK(ids.insert(rival.id).second);
    for (const std::string& name : rival.names) {
      CAPTURE(name);
      CHECK_FALSE(own.contains(name));
    }
  }
  for (const char* id :
       {"geneva", "constitutional-committee", "summit", "sochi-congress", "working-group", "sco", "football"})
    CHECK(ids.contains(id));
}

TEST_CASE("Russia, Turkey and Iran are the guarantors, in this order") {
  std::vector<std::string> codes;
  for (const Entity* guarantor : Taxonomy::bundled().guarantors())
    codes.push_back(guarantor->id + " " + guarantor->iso);
  CHECK(codes == std::vector<std::string>{"russia RU", "turkey TR", "iran IR"});
}

TEST_CASE("topics are found by id and by alias") {
  const Taxonomy& taxonomy = Taxonomy::bundled();
  CHECK(taxonomy.topics().size() == 41);
  REQUIRE(taxonomy.topic("refugees_return"));
  CHECK(taxonomy.topic("refugees_return") == taxonomy.topic("refugee_return"));
  CHECK(taxonomy.topic("confidence_building")->formula);
  CHECK_FALSE(taxonomy.topic("detainees_exchange")->formula);
  CHECK(taxonomy.topic("geneva_track")->passing);
  CHECK_FALSE(taxonomy.topic("detainees_exchange")->passing);
  CHECK_FALSE(taxonomy.topic("venue_process")->lead_cues.empty());
  CHECK_FALSE(taxonomy.topic("weather"));
}

TEST_CASE("every spelling seen of a name is a name of its bearer") {
  struct Row {
    const char* id;
    const char* name;
  };
  constexpr Row kRows[] = {
      {"alexander-lavrentiev", "ألكسندر لافرينتييف"},
      {"alexander-lavrentiev", "لافرنتييف"},
      {"alexander-lavrentiev", "ألكساندر لافرنتيف"},
      {"alexander-lavrentiev", "لافرنتيف"},
      {"alexander-lavrentiev", "Lavrentiev"},
      {"alexander-lavrentiev", "Lavrentyev"},
      {"staffan-de-mistura", "استيفان دي ميستورا"},
      {"staffan-de-mistura", "ستافان دي ميستورا"},
      {"staffan-de-mistura", "ستيفان دي ميستورا"},
      {"staffan-de-mistura", "دي ميستورا"},
      {"staffan-de-mistura", "de Mistura"},
      {"geir-pedersen", "بيدرسون"},
      {"sedat-onal", "أونال"},
      {"ahmed-toma", "أحمد توما"},
      {"nur-sultan", "نورسلطان"},
      {"astana", "الأستانة"},
      {"hts", "HTS"},
      {"sdf", "قسد"},
      {"russia", "Russia"},
      {"moscow", "Moscow"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.id);
    CAPTURE(row.name);
    CHECK(has_name(entity(row.id), row.name));
  }
}

TEST_CASE("no word of the language is anybody's name") {
  const std::set<std::string, std::less<>> words{
      "غير", "رئيسي", "ظريف",   "المعلم", "حاجي",    "العالم", "الوطن", "الثورة", "القاعدة", "فارس",   "مهر",
      "جسر", "قالن",  "روحاني", "الحياة", "الأخبار", "الوقت",  "النور", "الحرة",  "بري",     "العربية"};
  for (const Entity& e : Taxonomy::bundled().entities())
    for (const std::string& name : e.names) {
      CAPTURE(e.id);
      CAPTURE(name);
      CHECK_FALSE(words.contains(name));
    }
}

TEST_CASE("a city that had another name for a time says whose name that was") {
  CHECK(entity("nur-sultan").same_as == "astana");
  CHECK(entity("astana").same_as.empty());
}

TEST_CASE("sources are found by the host of their pages, each host once") {
  std::set<std::string> hosts;
  for (const Entity& e : Taxonomy::bundled().entities())
    for (const std::string& host : e.hosts) {
      CAPTURE(host);
      CHECK(e.kind == EntityKind::kSource);
      CHECK_FALSE(host.starts_with("www."));
      CHECK(hosts.insert(host).second);
    }
  for (const char* host : {"sana.sy", "aa.com.tr", "elaph.com", "baladi-news.com", "arabic.rt.com",
                           "sputnikarabic.ae", "arabic.sputniknews.com", "enabbaladi.net", "syria.tv",
                           "aljazeera.net", "alarabiya.net", "aawsat.com"}) {
    CAPTURE(host);
    CHECK(hosts.contains(host));
  }
  CHECK(entity("anadolu").agency);
  CHECK_FALSE(entity("elaph").agency);
}

TEST_CASE("a person speaks for whom the date says") {
  struct Row {
    const char* name;
    const char* id;
    const char* date;
    const char* of;
  };
  constexpr Row kRows[] = {
      {"envoy in office", "staffan-de-mistura", "2017-12-22", "united-nations"},
      {"envoy after his time", "staffan-de-mistura", "2020-01-01", ""},
      {"month of the end still counts", "staffan-de-mistura", "2018-12-31", "united-nations"},
      {"only the year known", "staffan-de-mistura", "2018", "united-nations"},
      {"no date: any", "staffan-de-mistura", "", "united-nations"},
      {"open end", "alexander-lavrentiev", "2024-11-11", "RU"},
      {"before it began", "geir-pedersen", "2017-10-30", ""},
      {"a later office", "ahmed-al-sharaa", "2025-03-01", "SY"},
      {"an earlier office", "ahmed-al-sharaa", "2019", "hts"},
      {"none known", "randa-kassis", "2015", ""},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.name);
    CHECK(Taxonomy::delegation_on(entity(row.id), row.date) == row.of);
  }
  CHECK(Taxonomy::delegation_on(entity("geir-pedersen"), "2021-12-21T08:00:00Z") == "united-nations");
}

TEST_CASE("a taxonomy is loaded from a file or from a folder of *.toml") {
  const TemporaryDirectory dir;
  for (const Taxonomy::SourceText& text : Taxonomy::bundled().source_texts())
    std::ofstream(dir.path() / text.path, std::ios::binary) << text.content;
  std::ofstream(dir.path() / "notes.txt") << "not a taxonomy";
  const Result<Taxonomy> loaded = Taxonomy::load(dir.path().string());
  REQUIRE_MESSAGE(loaded, loaded.error().to_string());
  CHECK(loaded->hash() == Taxonomy::bundled().hash());

  std::string all;
  for (const Taxonomy::SourceText& text : Taxonomy::bundled().source_texts()) all += text.content + "\n";
  const fs::path file = dir.path() / "one.toml";
  std::ofstream(file, std::ios::binary) << all;
  const Result<Taxonomy> one = Taxonomy::load(file.string());
  REQUIRE_MESSAGE(one, one.error().to_string());
  CHECK(one->entities().size() == loaded->entities().size());
}

TEST_CASE("what cannot be loaded is said, with its path") {
  const TemporaryDirectory dir;
  for (const fs::path& path : {dir.path(), dir.path() / "absent.toml"}) {
    const Result<Taxonomy> loaded = Taxonomy::load(path.string());
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().path == path.string());
    CHECK_FALSE(loaded.error().message.empty());
  }
}
