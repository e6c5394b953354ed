#include "analyzers/text/aliases.h"

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "analyzers/text/cleaner.h"
#include "analyzers/text/folder.h"
#include "analyzers/text/protected_names.h"

namespace mahdar {
namespace {

constexpr std::string_view kArticle = "ال";
constexpr std::size_t kLetter = 2;

bool is_one_word(std::string_view name) {
  return name.find_first_of(" -_/.0123456789") == std::string_view::npos;
}

bool is_ascii(std::string_view word) {
  return static_cast<unsigned char>(word.front()) < 0x80;
}

bool has_aliases(const Entity& entity) {
  return entity.kind == EntityKind::kCountry || entity.kind == EntityKind::kPlace ||
         entity.kind == EntityKind::kOrganisation || entity.kind == EntityKind::kPerson;
}

// The article is written without hamza; ألمانيا and آلما only look like it once folded.
bool has_article(std::string_view name) {
  return name.starts_with(kArticle) && name.size() >= kArticle.size() + 3 * kLetter;
}

std::string_view without_article(std::string_view name) {
  return has_article(name) ? name.substr(kArticle.size()) : name;
}

struct Spelling {
  std::string folded;
  std::string bare;  // without the article
};

std::vector<Spelling> one_word_names(const Entity& entity) {
  std::vector<Spelling> spellings;
  const auto add = [&](const std::string& name) {
    const std::string cleaned = clean(name);
    // People are found by their Latin names as concepts: explanations then call the match an alias.
    const bool latin_person = entity.kind == EntityKind::kPerson && !cleaned.empty() && is_ascii(cleaned);
    if (!cleaned.empty() && is_one_word(cleaned) && !latin_person) {
      spellings.push_back({fold(cleaned), fold(without_article(cleaned))});
    }
  };
  add(entity.label_ar);
  for (const std::string& name : entity.names) add(name);
  return spellings;
}

void add_person(WordTable& words, const Entity& person) {
  for (const std::string& name : person.names) {
    std::istringstream parts(clean(name));
    for (std::string part; parts >> part;) {
      const std::string word = fold(without_article(part));
      const bool protect = word.size() > 3 * kLetter && !is_ascii(word) && words.find(word) == nullptr;
      if (protect) words.add(word, kKnown | kOwnStem | kName, word);
    }
  }
}

// Adjectives are made of places and peoples, not of persons.
void add_spelling(WordTable& words, const Entity& entity, std::string_view word, std::string_view stem) {
  if (entity.kind == EntityKind::kPerson) {
    words.add(word, kKnown | kOwnStem | kName, stem);
  } else {
    add_name(words, word, stem);
  }
}

// How many entities claim a spelling.
std::map<std::string, int> claims_of(const Taxonomy& taxonomy) {
  std::map<std::string, int> claims;
  for (const Entity& entity : taxonomy.entities()) {
    if (!has_aliases(entity)) continue;
    std::set<std::string> own;
    for (const Spelling& spelling : one_word_names(entity)) own.insert(spelling.bare);
    for (const std::string& name : own) ++claims[name];
  }
  return claims;
}

}  // namespace

void add_aliases(const Taxonomy& taxonomy, WordTable& words) {
  const auto claims = claims_of(taxonomy);
  for (const Entity& entity : taxonomy.entities()) {
    if (!has_aliases(entity)) continue;
    std::string common;
    for (const Spelling& spelling : one_word_names(entity)) {
      const bool shared = claims.at(spelling.bare) > 1;
      if (!shared && common.empty()) common = spelling.bare;
      const std::string& stem = shared ? spelling.bare : common;
      add_spelling(words, entity, spelling.folded, stem);
      add_spelling(words, entity, spelling.bare, stem);
    }
  }
}

void add_people(const Taxonomy& taxonomy, WordTable& words) {
  for (const Entity& entity : taxonomy.entities()) {
    if (entity.kind == EntityKind::kPerson) add_person(words, entity);
  }
}

}  // namespace mahdar
