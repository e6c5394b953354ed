#include "schema/settings.h"

#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "tests/unit/temporary_directory.h"

using namespace mahdar;

namespace {

Result<Settings> read(const std::string& text) {
  const TemporaryDirectory folder;
  const auto file = folder.path() / "mahdar.toml";
  std::ofstream(file) << text;
  return Settings::read(file);
}

}  // namespace

TEST_CASE("archives are read in order, relative paths from the file's folder") {
  const TemporaryDirectory folder;
  const auto file = folder.path() / "mahdar.toml";
  std::ofstream(file)
      << "[[archive]]\nname = \"astana\"\ndb = \"/srv/index\"\nsources = [\"press\", \"/srv/more\"]\n"
         "[[archive]]\nname = \"geneva\"\ndb = \"geneva\"\ntaxonomy = \"own.toml\"\n";
  const auto settings = Settings::read(file);
  REQUIRE(settings);
  REQUIRE(settings->archives.size() == 2);
  const ArchiveSettings& first = settings->archives.front();
  CHECK(first.name == "astana");
  CHECK(first.db == "/srv/index");
  CHECK(first.sources == std::vector<std::string>{(folder.path() / "press").string(), "/srv/more"});
  CHECK(first.taxonomy.empty());
  CHECK(settings->archives.back().db == folder.path() / "geneva");
  CHECK(settings->archives.back().taxonomy == (folder.path() / "own.toml").string());
  CHECK(settings->find("geneva") == &settings->archives.back());
  CHECK(settings->find("sochi") == nullptr);
}

TEST_CASE("what is wrong is named with its line") {
  struct Row {
    std::string text;
    std::size_t line;
    std::string message;
  };
  const Row rows[] = {
      {"[[archive]]\nname = \"a\"\n", 1, "the archive \"a\" has no db"},
      {"[[archive]]\ndb = \"d\"\n", 1, "an archive has no name"},
      {"[[archive]]\nname = \"a\"\ndb = 5\n", 3, "\"db\" is not a string"},
      {"[[archive]]\nname = \"a\"\ndb = \"d\"\nsource = [\"x\"]\n", 4,
       "an archive has no setting \"source\""},
      {"[[archive]]\nname = \"a\"\ndb = \"d\"\nsources = \"x\"\n", 4, "\"sources\" is not a list"},
      {"[[archive]]\nname = \"a\"\ndb = \"d\"\n[[archive]]\nname = \"a\"\ndb = \"e\"\n", 4,
       "there are two archives \"a\""},
      {"colour = \"red\"\n", 1, "unknown setting \"colour\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto settings = read(row.text);
    REQUIRE_FALSE(settings);
    CHECK(settings.error().message == row.message);
    CHECK(settings.error().line == row.line);
    CHECK_FALSE(settings.error().remedy.empty());
  }
  const auto damaged = read("[[archive]\n");
  REQUIRE_FALSE(damaged);
  CHECK(damaged.error().line == 1);
}

TEST_CASE("no settings are no fault, a missing file of settings is one") {
  CHECK(read("")->archives.empty());
  CHECK_FALSE(Settings::read("/nonexistent/mahdar.toml"));
}
