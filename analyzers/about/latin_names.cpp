#include "analyzers/about/latin_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace mahdar {
namespace {

constexpr std::size_t kLongestName = 4;      ///< words
constexpr std::size_t kFewestLetters = 5;    ///< shorter words are too often others
constexpr std::size_t kShortestSurname = 4;  ///< which needs its very letters

bool is_article(std::string_view word) {
  constexpr std::array<std::string_view, 11> kArticles{"al", "el", "ul", "as", "ash", "ar",
                                                       "an", "at", "az", "ez", "ad"};
  return std::find(kArticles.begin(), kArticles.end(), word) != kArticles.end();
}

// The words of a name as one, without articles: al-Jaafari, Ja'fari.
std::string joined(std::span<const Token> words) {
  std::string name;
  for (const Token& word : words) {
    if (words.size() == 1 || !is_article(word.folded)) name += word.folded;
  }
  return name;
}

bool is_abbreviation(std::string_view spelling) {
  return std::none_of(spelling.begin(), spelling.end(), [](unsigned char c) { return std::islower(c) != 0; });
}

bool has_latin_names(const Entity& entity) {
  return entity.kind != EntityKind::kSource;
}

bool continues(const Token& token) {
  return token.kind == TokenKind::kLatin && (token.gap == Gap::kSpace || token.gap == Gap::kJoined);
}

}  // namespace

LatinNames::LatinNames(const Taxonomy& taxonomy, const Analyzer& analyzer) {
  for (const Entity& entity : taxonomy.entities()) {
    if (!has_latin_names(entity)) continue;
    add(analyzer, entity.label_en, entity);
    for (const std::string& name : entity.names) add(analyzer, name, entity);
  }
}

void LatinNames::add(const Analyzer& analyzer, const std::string& spelling, const Entity& entity) {
  const TokenStream tokens = analyzer.analyze(spelling);
  const auto latin = [](const Token& token) { return token.kind == TokenKind::kLatin; };
  if (!std::all_of(tokens.tokens().begin(), tokens.tokens().end(), latin) || is_abbreviation(spelling))
    return;
  LatinSkeleton skeleton = latin_skeleton(joined(tokens.tokens()));
  if (skeleton.consonants.size() < 2) return;
  names_[skeleton.consonants].push_back({skeleton, &entity, FormKind::kName, {}});
  if (entity.kind == EntityKind::kPerson && tokens.size() > 1)
    add_surname(std::string(tokens[tokens.size() - 1].folded), entity);
}

// Hints at who is meant: others may bear it.
void LatinNames::add_surname(const std::string& surname, const Entity& entity) {
  LatinSkeleton skeleton = latin_skeleton(surname);
  if (surname.size() < kShortestSurname || skeleton.consonants.size() < 2) return;
  names_[skeleton.consonants].push_back({skeleton, &entity, FormKind::kForm, surname});
}

std::vector<EntityMatch> LatinNames::named(const std::string& name) const {
  const LatinSkeleton skeleton = latin_skeleton(name);
  std::vector<EntityMatch> entities;
  const auto at = names_.find(skeleton.consonants);
  if (at == names_.end()) return entities;
  bool exact = false;  // a name of the very sound goes before those that only come near it
  for (const Name& known : at->second) {
    if (name.size() < kFewestLetters && known.surname != name) continue;
    if (!known.surname.empty() && known.surname.front() != name.front()) continue;  // Cases, Kassis
    const bool same = known.skeleton.sound == skeleton.sound;
    if (!same && (exact || !sound_alike(known.skeleton, skeleton))) continue;
    if (same && !exact) entities.clear();
    exact = exact || same;
    if (std::ranges::find(entities, known.entity, &EntityMatch::entity) == entities.end())
      entities.push_back({known.entity, known.form, 0, 0, {}});
  }
  return entities;
}

// The longest name that begins at `first`; gives the number of its words, 0 where there is none.
std::size_t LatinNames::match_at(const TokenStream& tokens, std::size_t first, std::size_t end,
                                 std::vector<EntityMatch>& found) const {
  const std::span<const Token> all(tokens.tokens());
  for (std::size_t count = std::min(kLongestName, end - first); count > 0; --count) {
    const auto words = all.subspan(first, count);
    const std::string name = joined(words);
    if (name.size() < kShortestSurname || is_article(words.back().folded)) continue;
    const auto entities = named(name);
    for (EntityMatch match : entities) {
      match.first_token = static_cast<std::uint32_t>(first);
      match.token_count = static_cast<std::uint32_t>(count);
      match.range = {words.front().begin, words.back().end};
      found.push_back(match);
    }
    if (!entities.empty()) return count;
  }
  return 0;
}

void LatinNames::add_to(std::vector<EntityMatch>& matches, const TokenStream& tokens) const {
  const auto latin = [](const Token& token) { return token.kind == TokenKind::kLatin; };
  if (std::none_of(tokens.tokens().begin(), tokens.tokens().end(), latin)) return;
  std::vector<EntityMatch> found;
  std::size_t known = 0;  // the first match that may still cover a word
  for (std::size_t i = 0; i < tokens.size();) {
    while (known < matches.size() && matches[known].first_token + matches[known].token_count <= i) ++known;
    const bool covered = known < matches.size() && matches[known].first_token <= i;
    if (covered || !latin(tokens[i]) || tokens[i].stop) {
      ++i;
      continue;
    }
    const std::size_t limit = known < matches.size() ? matches[known].first_token : tokens.size();
    std::size_t end = i + 1;
    while (end < limit && continues(tokens[end]) && !tokens[end].stop) ++end;
    i += std::max<std::size_t>(match_at(tokens, i, end, found), 1);
  }
  if (found.empty()) return;
  matches.insert(matches.end(), found.begin(), found.end());
  std::stable_sort(matches.begin(), matches.end(),
                   [](const EntityMatch& a, const EntityMatch& b) { return a.first_token < b.first_token; });
}

}  // namespace mahdar
