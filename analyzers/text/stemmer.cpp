#include "analyzers/text/stemmer.h"

#include <algorithm>
#include <string>

#include "analyzers/text/clitics.h"
#include "analyzers/text/suffixes.h"

namespace mahdar {
namespace {

constexpr std::size_t kLetter = 2;  // bytes of an Arabic letter in UTF-8

// Only letters of two bytes: the rules count letters by bytes.
bool is_plain(std::string_view word) {
  return word.size() % kLetter == 0 && std::all_of(word.begin(), word.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return (byte >= 0xD8 && byte <= 0xDB) || (byte >= 0x80 && byte <= 0xBF);
         });
}

std::string_view without_final_hamza(std::string_view word) {
  constexpr std::string_view kHamza = "ء";
  if (word.size() > kMinLetters * kLetter && word.ends_with(kHamza)) word.remove_suffix(kHamza.size());
  return word;
}

// Patterns of verbal nouns and participles: مفاوضة, تنفيذ, استقبال, اجتماع.
bool looks_like_a_noun(std::string_view word) {
  if (word.size() <= kMinLetters * kLetter) return false;
  if (word.starts_with("م") || word.starts_with("ت") || word.starts_with("است")) return true;
  return word.starts_with("ا") && word.substr(word.size() - 2 * kLetter).starts_with("ا");
}

// Whether ال may be the article: then endings alone are too weak a sign that the word is whole.
bool may_have_article(std::string_view word) {
  for (const std::string_view start : {"ال", "وال", "فال", "بال", "كال", "لل"}) {
    if (word.starts_with(start)) return true;
  }
  return false;
}

// Whether `word` is the entry's word with an ending of relation (ي, ية, يون …) that makes it a name's
// adjective.
bool is_relation_of(const WordEntry& entry, std::string_view word) {
  return !entry.relation.empty() && word.substr(entry.word.size()).starts_with("ي");
}

bool begins_like_a_verb(std::string_view word) {
  return word.starts_with("ي") || word.starts_with("ت") || word.starts_with("ن") || word.starts_with("ا");
}

}  // namespace

bool Stemmer::is_known(std::string_view folded) const {
  const WordEntry* entry = words_.find(folded);
  return entry && entry->is(kKnown);
}

// With an ending that leaves no doubt where it begins.
bool Stemmer::has_known_base(std::string_view folded) const {
  const std::string_view base = without_suffix_if(folded, [&](std::string_view rest) {
    const std::string_view ending = folded.substr(rest.size());
    constexpr std::string_view kSure[] = {"ات", "ه", "ها", "هم", "ته", "تها", "تهم"};
    const bool sure = std::find(std::begin(kSure), std::end(kSure), ending) != std::end(kSure);
    return sure && rest.size() > kMinLetters * kLetter && is_known(rest);
  });
  return base.size() < folded.size();
}

bool Stemmer::is_plausible(std::string_view folded) const {
  if (is_known(folded)) return true;
  if (folded.size() < (kMinLetters + 1) * kLetter) return false;
  if (may_have_article(folded)) {
    return has_known_base(folded);
  }
  const WordEntry* entry = words_.find(without_endings(folded));
  return entry && entry->is(kKnown | kKnownStem);
}

bool Stemmer::is_plausible_verb(std::string_view folded) const {
  return folded.size() >= (kMinLetters + 1) * kLetter && begins_like_a_verb(folded) &&
         (is_plausible(folded) || is_plausible(folded.substr(kLetter)));
}

std::string_view Stemmer::rest_to_keep(std::string_view folded) const {
  if (is_known(folded)) return folded;
  const Rests rests = rests_after_proclitics(folded);
  for (const Rest& rest : rests) {
    const WordEntry* entry = words_.find(rest.word);
    if (entry && entry->is(kName)) return rest.word;
  }
  for (const Rest& rest : rests) {
    if (!rest.future && rest.word.size() >= kMinLetters * kLetter && is_known(rest.word)) return rest.word;
  }
  if (is_plausible(folded)) return folded;
  for (const Rest& rest : rests) {
    if (rest.future ? is_plausible_verb(rest.word) : is_plausible(rest.word)) return rest.word;
    if (rest.article && rest.word.size() >= kMinLetters * kLetter) return rest.word;
  }
  return rest_by_form(folded);
}

// For words that no list knows. Measured: cutting و ب ل from every unknown word of five letters finds more
// than leaving them, ف ك only before the shape of a verbal noun. Repeated, so that an unknown name that
// begins with such a letter stays one word behind any of them.
std::string_view Stemmer::rest_by_form(std::string_view folded) const {
  for (int round = 0; round < 3 && folded.size() > kMinLetters * kLetter; ++round) {
    const std::string_view rest = folded.substr(kLetter);
    const bool preposition = folded.starts_with("ب") || folded.starts_with("ل");
    const bool rare = folded.starts_with("ف") || folded.starts_with("ك");
    const bool long_enough = rest.size() > kMinLetters * kLetter;
    const bool cut =
        folded.starts_with("و") || (preposition && long_enough) || (rare && looks_like_a_noun(rest));
    if (!cut) break;
    folded = rest;
  }
  return folded;
}

std::string_view Stemmer::without_proclitics(std::string_view folded) const {
  return is_plain(folded) ? rest_to_keep(folded) : folded;
}

// The ending that leaves a known word, else the longest.
std::string_view Stemmer::without_best_suffix(std::string_view folded) const {
  std::string_view longest;
  const std::string_view bare = without_suffix_if(folded, [&](std::string_view rest) {
    if (longest.empty()) longest = rest;
    return is_known(rest);
  });
  return bare.size() < folded.size() || longest.empty() ? bare : longest;
}

std::string_view Stemmer::without_endings(std::string_view folded) const {
  const std::string_view whole = folded;
  for (int round = 0; round < 3; ++round) {
    const std::string_view bare = without_best_suffix(folded);
    if (bare.size() == folded.size()) break;
    folded = bare;
    const WordEntry* entry = words_.find(folded);
    if (entry && (entry->is(kName) || is_relation_of(*entry, whole))) break;
  }
  return folded;
}

std::string_view Stemmer::own_stem(std::string_view folded) const {
  const WordEntry* entry = words_.find(folded);
  return entry && entry->is(kOwnStem) ? entry->stem : std::string_view{};
}

// The stem of an irregular plural or name before a pronoun; its final hamza then has a seat (أعضاء: أعضائه,
// أعضاؤه).
std::string_view Stemmer::own_stem_before_pronoun(std::string_view folded) const {
  const std::string_view bare = without_pronoun(folded);
  if (bare.size() == folded.size()) return {};
  if (const auto found = own_stem(bare); !found.empty()) return found;
  if (!bare.ends_with("اي") && !bare.ends_with("او")) return {};
  return own_stem(std::string(bare.substr(0, bare.size() - kLetter)) + "ء");
}

std::string_view Stemmer::stem(std::string_view folded) const {
  if (!is_plain(folded)) return folded;
  if (const auto found = own_stem(folded); !found.empty()) return found;
  const std::string_view rest = rest_to_keep(folded);
  if (const auto found = own_stem(rest); !found.empty()) return found;
  if (!is_known(rest)) {
    if (const auto found = own_stem_before_pronoun(rest); !found.empty()) return found;
  }
  std::string_view bare = without_endings(without_final_hamza(rest));
  if (bare.size() < rest.size()) bare = without_final_hamza(bare);
  const WordEntry* entry = words_.find(bare);
  if (!entry) return bare;
  if (is_relation_of(*entry, rest)) return entry->relation;
  return entry->is(kName) ? entry->stem : bare;
}

}  // namespace mahdar
