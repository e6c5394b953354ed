#include "analyzers/about/latin_names.h"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "analyzers/about/gazetteer.h"

namespace mahdar {
namespace {

struct World {
  Analyzer analyzer{Taxonomy::bundled()};
  Gazetteer gazetteer{Taxonomy::bundled(), analyzer};

  static const World& instance() {
    static const World world;
    return world;
  }

  std::vector<EntityMatch> find(std::string_view text) const {
    return gazetteer.find(analyzer.analyze(text));
  }
};

// The ids of the names that cover the whole spelling, else "-".
std::vector<std::string> named(const std::string& spelling) {
  std::vector<std::string> ids;
  for (const EntityMatch& match : World::instance().find(spelling)) {
    ids.push_back(match.entity->id);
  }
  return ids.empty() ? std::vector<std::string>{"-"} : ids;
}

std::string listed(const std::vector<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids) list += id + ' ';
  return list;
}

TEST_CASE("names in Latin letters, and words that are none") {
  std::ifstream file(MAHDAR_SOURCE_DIR "/tests/cases/latin_names.tsv");
  REQUIRE(file);
  int names = 0, traps = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string spelling, id, phenomenon;
    std::getline(fields, spelling, '\t');
    std::getline(fields, id, '\t');
    std::getline(fields, phenomenon, '\t');
    ++(id == "-" ? traps : names);
    const auto ids = named(spelling);
    CHECK_MESSAGE(std::find(ids.begin(), ids.end(), id) != ids.end(), spelling, " names ", listed(ids),
                  "not ", id, ": ", phenomenon);
  }
  CHECK(names >= 80);
  CHECK(traps >= 30);
}

TEST_CASE("a transliteration inside a text") {
  const std::string text = "قال Sergueï Lawrow إن Noursultan مدينة";
  const auto matches = World::instance().find(text);
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].entity->id == "sergey-lavrov");
  CHECK(text.substr(matches[0].range.begin, matches[0].range.end - matches[0].range.begin) ==
        "Sergueï Lawrow");
  CHECK(matches[1].entity->id == "nur-sultan");
}

TEST_CASE("a name does not run over a sentence's end") {
  CHECK(named("Nur. Soltan") == std::vector<std::string>{"-"});
}

TEST_CASE("matches stay ascending and within the words") {
  CHECK(rc::check([] {
    const auto word = rc::gen::container<std::string>(rc::gen::inRange('a', 'z'));
    const auto words = *rc::gen::container<std::vector<std::string>>(word);
    std::string text;
    for (const std::string& w : words) text += w + " Lavrof al- ";
    const TokenStream tokens = World::instance().analyzer.analyze(text);
    std::uint32_t next = 0;
    for (const EntityMatch& match : World::instance().gazetteer.find(tokens)) {
      const bool same_stretch = next > 0 && match.range.end == tokens[next - 1].end;
      RC_ASSERT(same_stretch || match.first_token >= next);
      RC_ASSERT(match.first_token + match.token_count <= tokens.size());
      next = match.first_token + match.token_count;
    }
  }));
}

TEST_CASE("the sound of a name") {
  CHECK(latin_skeleton("lavrentiev").consonants == "lfrntf");
  CHECK(latin_skeleton("lawrentyew").sound == latin_skeleton("lavrentiev").sound);
  CHECK(latin_skeleton("poutine").sound == latin_skeleton("putin").sound);
  CHECK(latin_skeleton("").sound.empty());
  CHECK(latin_skeleton("لافروف").sound.empty());
  CHECK(sound_alike(latin_skeleton("pederson"), latin_skeleton("pedersen")));
  CHECK_FALSE(sound_alike(latin_skeleton("patina"), latin_skeleton("putin")));
  CHECK_FALSE(sound_alike(latin_skeleton(""), latin_skeleton("")));
}

}  // namespace
}  // namespace mahdar
