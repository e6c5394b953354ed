#include "schema/index_layout.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <doctest/doctest.h>

#include "tests/unit/temporary_directory.h"

namespace fs = std::filesystem;
using namespace mahdar;

namespace {

/// Sets an environment variable, or takes it away, and puts back what was there.
class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) {
    if (const char* before = ::getenv(name)) before_ = before;
    value ? ::setenv(name, value, 1) : ::unsetenv(name);
  }
  ~Environment() { before_ ? ::setenv(name_, before_->c_str(), 1) : ::unsetenv(name_); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  const char* name_;
  std::optional<std::string> before_;
};

void write(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("the index lies where the environment says, else in the user's data folder") {
  const Environment home("HOME", "/home/reader");
  struct Row {
    const char* name;
    const char* db;
    const char* xdg;
    const char* root;
  };
  const Row rows[] = {
      {"MAHDAR_DB first", "/srv/index", "/data", "/srv/index"},
      {"then XDG_DATA_HOME", nullptr, "/data", "/data/mahdar"},
      {"an empty MAHDAR_DB says nothing", "", "/data", "/data/mahdar"},
      {"a relative XDG_DATA_HOME is ignored", nullptr, "data", "/home/reader/.local/share/mahdar"},
      {"then the home directory", nullptr, nullptr, "/home/reader/.local/share/mahdar"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Environment db("MAHDAR_DB", row.db);
    const Environment xdg("XDG_DATA_HOME", row.xdg);
    CHECK(IndexLayout::default_root() == row.root);
  }
}

TEST_CASE("where nothing is, there is no generation and the first is next") {
  const TemporaryDirectory dir;
  const IndexLayout layout(dir.path() / "absent");
  CHECK_FALSE(layout.current());
  CHECK(layout.next_generation() == "gen-000001");
}

TEST_CASE("switching makes a generation the current one, again and again") {
  const TemporaryDirectory dir;
  const IndexLayout layout(dir.path());
  for (const char* name : {"gen-000001", "gen-000002", "gen-000001"}) {
    layout.switch_to(name);
    CHECK(layout.current() == name);
  }
  CHECK_FALSE(fs::exists(dir.path() / "CURRENT.new"));
}

TEST_CASE("the next generation follows the highest present, whatever else lies there") {
  const TemporaryDirectory dir;
  const IndexLayout layout(dir.path());
  for (const char* name : {"gen-000002", "gen-000010", "gen-x", "gen-12", "gen-000011.tmp", "other"})
    fs::create_directory(dir.path() / name);
  CHECK(layout.next_generation() == "gen-000011");
  fs::create_directory(dir.path() / "gen-1000000");
  CHECK(layout.next_generation() == "gen-1000001");
}

TEST_CASE("a damaged CURRENT is refused, never followed") {
  const TemporaryDirectory dir;
  const IndexLayout layout(dir.path());
  for (const char* text :
       {"", "\n", "gen-", "gen-1", "../gen-000001", "gen-000001/..", "gen-000001 ", "gen-00000a\n"}) {
    CAPTURE(text);
    write(dir.path() / "CURRENT", text);
    CHECK_THROWS_AS(layout.current(), std::runtime_error);
  }
}

TEST_CASE("switching where nothing can be written fails") {
  const TemporaryDirectory dir;
  CHECK_THROWS_AS(IndexLayout(dir.path() / "absent").switch_to("gen-000001"), std::system_error);
}
