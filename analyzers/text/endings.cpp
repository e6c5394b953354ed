#include "analyzers/text/endings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>

#include "analyzers/text/suffixes.h"

namespace mahdar {
namespace {

constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter in UTF-8
constexpr std::string_view kHamza = "ء";
constexpr std::string_view kPlural = "ات";

// Long words lose the alef before it too, so that noun and verb meet (اعتداء, اعتدى).
std::string_view without_last_letter(std::string_view word) {
  const std::string_view rest = word.substr(0, word.size() - kLetter);
  const bool drop_alef = rest.ends_with("ا") && rest.size() > (kMinLetters + 1) * kLetter;
  return drop_alef ? rest.substr(0, rest.size() - kLetter) : rest;
}

std::string_view without_final_hamza(std::string_view word) {
  return word.size() > kMinLetters * kLetter && word.ends_with(kHamza) ? without_last_letter(word) : word;
}

// كهربائي loses its ending and then ends as كهرباء does.
std::string_view without_hamza_seat(std::string_view word) {
  const bool seat = word.size() > kMinLetters * kLetter && (word.ends_with("اي") || word.ends_with("او"));
  return seat ? without_last_letter(word) : word;
}

// Whether `word` is the entry's word with an ending of relation (ي, ية, يون …) that makes it a name's
// adjective.
bool is_relation_of(const WordEntry& entry, std::string_view word) {
  return !entry.relation.empty() && word.substr(entry.word.size()).starts_with("ي");
}

// Endings by which one dictionary form is made from another.
bool derives(std::string_view ending) {
  constexpr std::string_view kDeriving[] = {"ه", "ي", "ت", "يه", "ات", "ون", "ين", "يون", "يين", "يات"};
  return std::find(std::begin(kDeriving), std::end(kDeriving), ending) != std::end(kDeriving);
}

// Endings that inflect a word and make no other of it.
bool inflects(std::string_view ending) {
  constexpr std::string_view kInflecting[] = {"ه",  "ها", "هم", "هن", "هما", "نا", "كم", "كما",
                                              "ان", "ين", "ون", "ات", "ا",   "ت",  "وا"};
  return std::find(std::begin(kInflecting), std::end(kInflecting), ending) != std::end(kInflecting);
}

// Endings before which ة is ت: pronouns and the dual, with it or after it.
bool follows_feminine(std::string_view ending) {
  return ending == "ي" ||
         (inflects(ending) && ending != "ون" && ending != "ات" && ending != "ت" && ending != "وا");
}

bool is_plain_feminine_or_relation(std::string_view ending) {
  return ending == "ه" || ending == "ي" || ending == "يه" || ending == "ات";
}

}  // namespace

bool Endings::is_known(std::string_view folded) const {
  const WordEntry* entry = words_.find(folded);
  return entry && entry->is(kKnown);
}

std::string_view Endings::from_known(std::string_view folded) const {
  std::string_view regular = folded;
  const std::string_view known = without_suffix_if(folded, [&](std::string_view rest) {
    const std::string_view ending = folded.substr(rest.size());
    if (regular.size() == folded.size() && is_plain_feminine_or_relation(ending)) regular = rest;
    return derives(ending) && is_known(rest);
  });
  return known.size() < folded.size() ? known : regular;
}

std::string_view Endings::from_unknown(std::string_view folded) const {
  std::string_view longest = folded;
  const std::string_view known = without_suffix_if(folded, [&](std::string_view rest) {
    if (longest.size() == folded.size()) longest = rest;
    return is_known(rest);
  });
  return known.size() < folded.size() ? known : longest;
}

// مقاتلو المعارضة: before a noun or a pronoun the regular plural ends in و.
std::string_view Endings::without_construct_plural(std::string_view folded) const {
  constexpr std::size_t kLeast = (kMinLetters + 1) * kLetter;
  const auto singular = [&](std::string_view word) {
    const bool plural = word.ends_with("و") && word.size() > kLeast && !is_known(word) &&
                        is_known(word.substr(0, word.size() - kLetter));
    return plural ? word.substr(0, word.size() - kLetter) : std::string_view{};
  };
  if (const auto found = singular(folded); !found.empty()) return found;
  const auto found = singular(without_pronoun(folded));
  return found.empty() ? folded : found;
}

std::string_view Endings::strip(std::string_view folded) const {
  const std::string_view whole = folded;
  folded = without_construct_plural(folded);
  for (int round = 0; round < 3; ++round) {
    const bool known = is_known(folded);
    const std::string_view bare = known ? from_known(folded) : from_unknown(folded);
    if (bare.size() == folded.size()) break;
    folded = bare;
    const WordEntry* entry = words_.find(folded);
    if (entry && (entry->is(kName) || is_relation_of(*entry, whole))) break;
    if (known && !(entry && entry->is(kKnown))) return without_hamza_seat(folded);
  }
  return folded;
}

std::string_view Endings::own_stem(std::string_view folded) const {
  const WordEntry* entry = words_.find(folded);
  return entry && entry->is(kOwnStem) ? entry->stem : std::string_view{};
}

// The known word of a form whose final hamza got a seat before a pronoun (لقائه: لقاء), as the table keeps
// it.
std::string_view Endings::known_with_hamza(std::string_view folded) const {
  if (!folded.ends_with("اي") && !folded.ends_with("او")) return {};
  const WordEntry* entry = words_.find(std::string(folded.substr(0, folded.size() - kLetter)) + "ء");
  return entry && entry->is(kKnown) ? entry->word : std::string_view{};
}

// The word that is `base` with ة behind it.
const WordEntry* Endings::feminine(std::string_view base) const {
  constexpr std::string_view kEnding = "ه";
  std::array<char, 64> word;
  if (base.size() + kEnding.size() > word.size()) return nullptr;
  std::copy(base.begin(), base.end(), word.begin());
  std::copy(kEnding.begin(), kEnding.end(), word.begin() + static_cast<std::ptrdiff_t>(base.size()));
  return words_.find(std::string_view(word.data(), base.size() + kEnding.size()));
}

std::string_view Endings::feminine_own_stem(std::string_view base) const {
  const WordEntry* entry = feminine(base);
  return entry && entry->is(kFeminine) ? entry->stem : std::string_view{};
}

bool Endings::has_known_feminine(std::string_view base) const {
  const WordEntry* entry = feminine(base);
  return entry && entry->is(kKnown);
}

// Names keep to their own rules: what follows them may be an ending of relation.
std::string_view Endings::own_stem_of_inflected(std::string_view rest, std::string_view ending) const {
  if (ending.starts_with("ت") || ending == "ات") {
    if (const auto found = feminine_own_stem(rest); !found.empty()) return found;
  }
  if (rest.ends_with("ت") && follows_feminine(ending)) {
    const auto found = feminine_own_stem(rest.substr(0, rest.size() - kLetter));
    if (!found.empty()) return found;
  }
  const WordEntry* entry = inflects(ending) ? words_.find(rest) : nullptr;
  const bool whole = entry && entry->is(kOwnStem) && !entry->is(kName | kFeminine);
  return whole ? entry->stem : std::string_view{};
}

std::string_view Endings::own_stem_with_hamza(std::string_view folded) const {
  const std::string_view bare = without_pronoun(folded);
  if (bare.size() == folded.size()) return {};
  const std::string_view known = known_with_hamza(bare);
  if (known.empty()) return {};
  const auto found = own_stem(known);
  return found.empty() ? without_final_hamza(known) : found;
}

std::string_view Endings::own_stem_before_ending(std::string_view folded) const {
  std::string_view found;  // the last one offered: the shortest ending leaves most of the word
  without_suffix_if(folded, [&](std::string_view rest) {
    const auto stem = own_stem_of_inflected(rest, folded.substr(rest.size()));
    if (!stem.empty()) found = stem;
    return false;
  });
  if (!found.empty()) return found;
  const std::string_view bare = without_pronoun(folded);
  if (bare.size() < folded.size() && bare.ends_with(kPlural)) {
    const auto base = bare.substr(0, bare.size() - kPlural.size());
    if (base.size() >= kMinLetters * kLetter) found = own_stem_of_inflected(base, kPlural);
  }
  return found.empty() ? own_stem_with_hamza(folded) : found;
}

std::string_view Endings::stem(std::string_view folded) const {
  if (const auto found = own_stem(folded); !found.empty()) return found;
  const bool known = is_known(folded);
  if (!known) {
    if (const auto found = own_stem_before_ending(folded); !found.empty()) return found;
  }
  if (known && folded.ends_with(kPlural)) {
    const auto base = folded.substr(0, folded.size() - kPlural.size());
    if (const auto found = own_stem_of_inflected(base, kPlural); !found.empty()) return found;
  }
  if (known && folded.ends_with(kHamza)) return without_final_hamza(folded);
  std::string_view bare = strip(without_final_hamza(folded));
  if (bare.size() < folded.size()) bare = without_final_hamza(bare);
  const WordEntry* entry = words_.find(bare);
  if (!entry) return bare;
  if (is_relation_of(*entry, folded)) return entry->relation;
  return entry->is(kName) ? entry->stem : bare;
}

}  // namespace mahdar
