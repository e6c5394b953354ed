#include "analyzers/text/stemmer.h"

#include <algorithm>

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

bool begins_like_a_verb(std::string_view word) {
  return word.starts_with("ي") || word.starts_with("ت") || word.starts_with("ن") || word.starts_with("ا");
}

}  // namespace

bool Stemmer::is_plausible(std::string_view folded) const {
  if (const WordEntry* entry = words_.find(folded); entry && entry->is(kKnown)) return true;
  if (folded.size() < (kMinLetters + 1) * kLetter) return false;
  const std::string_view bare = without_endings(folded);
  if (bare.size() == folded.size()) {
    const WordEntry* entry = words_.find(bare);
    return entry && entry->is(kKnownStem) && folded.size() >= 4 * kLetter;
  }
  const WordEntry* entry = words_.find(bare);
  return entry && entry->is(kKnown | kKnownStem);
}

bool Stemmer::is_plausible_verb(std::string_view folded) const {
  return folded.size() >= (kMinLetters + 1) * kLetter && begins_like_a_verb(folded) &&
         (is_plausible(folded) || is_plausible(folded.substr(kLetter)));
}

std::string_view Stemmer::rest_to_keep(std::string_view folded) const {
  if (const WordEntry* entry = words_.find(folded); entry && entry->is(kKnown)) return folded;
  const Rests rests = rests_after_proclitics(folded);
  for (const Rest& rest : rests) {
    if (const WordEntry* entry = words_.find(rest.word); entry && entry->is(kName)) return rest.word;
  }
  const bool article_first = folded.starts_with("ال");
  if (!article_first && is_plausible(folded)) return folded;
  std::string_view fallback = folded;
  for (const Rest& rest : rests) {
    const bool long_enough = rest.word.size() >= kMinLetters * kLetter;
    if (rest.future ? is_plausible_verb(rest.word) : is_plausible(rest.word)) return rest.word;
    if (rest.article && long_enough) return rest.word;
  }
  const bool conjunction = folded.starts_with("و");
  if (conjunction && folded.size() >= (kMinLetters + 1) * kLetter) fallback = folded.substr(kLetter);
  return fallback;
}

std::string_view Stemmer::without_proclitics(std::string_view folded) const {
  return is_plain(folded) ? rest_to_keep(folded) : folded;
}

std::string_view Stemmer::without_endings(std::string_view folded) const {
  for (int round = 0; round < 3; ++round) {
    const std::string_view bare = without_suffix(folded);
    if (bare.size() == folded.size()) break;
    folded = bare;
    if (const WordEntry* entry = words_.find(folded); entry && entry->is(kName)) break;
  }
  return folded;
}

std::string_view Stemmer::stem(std::string_view folded) const {
  if (!is_plain(folded)) return folded;
  const auto own = [&](std::string_view word) -> std::string_view {
    const WordEntry* entry = words_.find(word);
    return entry && entry->is(kOwnStem) ? entry->stem : std::string_view{};
  };
  if (const auto found = own(folded); !found.empty()) return found;
  const std::string_view rest = rest_to_keep(folded);
  if (const auto found = own(rest); !found.empty()) return found;
  if (const auto found = own(without_pronoun(rest)); !found.empty()) return found;
  std::string_view bare = without_endings(without_final_hamza(rest));
  if (bare.size() < rest.size()) bare = without_final_hamza(bare);
  const WordEntry* entry = words_.find(bare);
  return entry && entry->is(kName) ? entry->stem : bare;
}

}  // namespace mahdar
