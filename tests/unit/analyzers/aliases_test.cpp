#include "analyzers/text/aliases.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "analyzers/text/analyzer.h"
#include "analyzers/text/folder.h"

using namespace mahdar;

namespace {

bool has_aliases(const Entity& entity) {
  return entity.kind == EntityKind::kCountry || entity.kind == EntityKind::kPlace ||
         entity.kind == EntityKind::kOrganisation;
}

bool is_one_arabic_word(const std::string& name) {
  return name.find_first_of(" -") == std::string::npos && static_cast<unsigned char>(name.front()) >= 0xD8;
}

/// The taxonomy's one-word Arabic names that only one entity claims, by entity.
std::map<std::string, std::vector<std::string>> unambiguous_names() {
  std::map<std::string, std::set<std::string>> owners;
  for (const Entity& entity : Taxonomy::bundled().entities()) {
    if (!has_aliases(entity)) continue;
    for (const std::string& name : entity.names) owners[fold(name)].insert(entity.id);
  }
  std::map<std::string, std::vector<std::string>> names;
  for (const Entity& entity : Taxonomy::bundled().entities()) {
    if (!has_aliases(entity)) continue;
    for (const std::string& name : entity.names) {
      if (is_one_arabic_word(name) && owners[fold(name)].size() == 1) names[entity.id].push_back(name);
    }
  }
  return names;
}

std::vector<std::string> behind_particles(const std::string& name) {
  if (!name.starts_with("ال"))
    return {"و" + name, "ف" + name, "ب" + name, "ل" + name, "ك" + name, "وب" + name};
  const std::string bare = name.substr(std::string("ال").size());
  return {bare, "و" + name, "ب" + name, "لل" + bare, "ولل" + bare, "وب" + name};
}

}  // namespace

TEST_CASE("spellings of one name share a stem, also behind particles") {
  const Analyzer analyzer(Taxonomy::bundled());
  const auto names = unambiguous_names();
  CHECK(names.size() >= 50);
  std::map<std::string, std::string> owner_of_stem;
  for (const auto& [id, spellings] : names) {
    const std::string stem = analyzer.stem(spellings.front());
    CHECK_MESSAGE(owner_of_stem.emplace(stem, id).second, id, " and ", owner_of_stem[stem], " share ", stem);
    for (const std::string& spelling : spellings) {
      CHECK_MESSAGE(analyzer.stem(spelling) == stem, spelling);
      for (const std::string& form : behind_particles(spelling))
        CHECK_MESSAGE(analyzer.stem(form) == stem, form);
    }
  }
}

TEST_CASE("a spelling that two entities claim keeps a stem of its own") {
  const Analyzer analyzer(Taxonomy::bundled());
  CHECK(analyzer.stem("عمان") == "عمان");
  CHECK(analyzer.stem("بعمان") == "عمان");
}

TEST_CASE("Latin names find the Arabic ones") {
  const Analyzer analyzer(Taxonomy::bundled());
  CHECK(analyzer.stem("Astana") == analyzer.stem("أستانة"));
  CHECK(analyzer.stem("RUSSIA") == analyzer.stem("روسيا"));
}
