#include "analyzers/text/aliases.h"

#include <map>
#include <string>
#include <vector>

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
         entity.kind == EntityKind::kOrganisation;
}

std::string without_article(const std::string& folded) {
  const bool cut = folded.starts_with(kArticle) && folded.size() >= kArticle.size() + 3 * kLetter;
  return cut ? folded.substr(kArticle.size()) : folded;
}

std::vector<std::string> one_word_names(const Entity& entity) {
  std::vector<std::string> words;
  const auto add = [&](const std::string& name) {
    const std::string folded = fold(name);
    if (!folded.empty() && is_one_word(folded)) words.push_back(folded);
  };
  add(entity.label_ar);
  for (const std::string& name : entity.names) add(name);
  return words;
}

void add_place_or_body(WordTable& words, const std::string& folded, std::string_view stem) {
  add_name(words, folded, stem);
  if (is_ascii(folded)) return;
  if (const std::string bare = without_article(folded); bare != folded) add_name(words, bare, stem);
}

void add_person(WordTable& words, const Entity& person) {
  for (const std::string& name : person.names) {
    const std::string folded = fold(name);
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', at), folded.size());
      const std::string word = without_article(folded.substr(at, end - at));
      at = end + 1;
      const bool protect = word.size() > 3 * kLetter && !is_ascii(word) && words.find(word) == nullptr;
      if (protect) words.add(word, kKnown | kOwnStem | kName, word);
    }
  }
}

}  // namespace

void add_names(const Taxonomy& taxonomy, WordTable& words) {
  std::map<std::string, int> claims;
  for (const Entity& entity : taxonomy.entities()) {
    if (!has_aliases(entity)) continue;
    std::map<std::string, int> own;
    for (const std::string& name : one_word_names(entity)) own[without_article(name)] = 1;
    for (const auto& [name, one] : own) claims[name] += one;
  }
  for (const Entity& entity : taxonomy.entities()) {
    if (!has_aliases(entity)) continue;
    std::string stem;
    for (const std::string& name : one_word_names(entity)) {
      const std::string bare = without_article(name);
      const bool shared = claims[bare] > 1;
      if (!shared && stem.empty()) stem = bare;
      add_place_or_body(words, name, shared ? bare : stem);
    }
  }
  for (const Entity& entity : taxonomy.entities()) {
    if (entity.kind == EntityKind::kPerson) add_person(words, entity);
  }
}

}  // namespace mahdar
