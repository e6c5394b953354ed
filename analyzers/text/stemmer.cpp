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

bool begins_like_a_verb(std::string_view word) {
  return word.starts_with("ي") || word.starts_with("ت") || word.starts_with("ن") || word.starts_with("ا");
}

StemSource source_of(const WordEntry& entry, std::string_view stem) {
  if (!entry.relation.empty() && entry.relation == stem && entry.stem != stem) return StemSource::kRelation;
  if (entry.is(kName)) return StemSource::kName;
  if (entry.is(kBrokenPlural)) return StemSource::kBrokenPlural;
  return entry.is(kVerbForm) ? StemSource::kVerb : StemSource::kList;
}

}  // namespace

// With an ending that leaves no doubt where it begins.
bool Stemmer::has_known_base(std::string_view folded) const {
  const std::string_view base = without_suffix_if(folded, [&](std::string_view rest) {
    const std::string_view ending = folded.substr(rest.size());
    constexpr std::string_view kSure[] = {"ات", "ين", "ون", "ه", "ها", "هم", "ته", "تها", "تهم"};
    const bool sure = std::find(std::begin(kSure), std::end(kSure), ending) != std::end(kSure);
    if (!sure || rest.size() <= kMinLetters * kLetter) return false;
    const bool feminine = ending.starts_with("ت") || ending == "ات";
    return endings_.is_known(rest) || (feminine && endings_.has_known_feminine(rest));
  });
  return base.size() < folded.size();
}

bool Stemmer::is_plausible(std::string_view folded) const {
  if (endings_.is_known(folded)) return true;
  if (folded.size() < (kMinLetters + 1) * kLetter) return false;
  if (may_have_article(folded)) return has_known_base(folded);
  const WordEntry* entry = words_.find(endings_.stem(folded));
  return entry && entry->is(kKnown | kKnownStem);
}

bool Stemmer::is_plausible_verb(std::string_view folded) const {
  return folded.size() >= (kMinLetters + 1) * kLetter && begins_like_a_verb(folded) &&
         (is_plausible(folded) || is_plausible(folded.substr(kLetter)));
}

std::string_view Stemmer::rest_to_keep(std::string_view folded) const {
  if (endings_.is_known(folded)) return folded;
  const Rests rests = rests_after_proclitics(folded);
  for (const Rest& rest : rests) {
    const WordEntry* entry = words_.find(rest.word);
    if (entry && entry->is(kName)) return rest.word;
  }
  for (const Rest& rest : rests) {
    if (!rest.future && rest.word.size() >= kMinLetters * kLetter && endings_.is_known(rest.word))
      return rest.word;
  }
  // لحمايتها is nearer to حماية than to لحم.
  if (!has_known_base(folded)) {
    for (const Rest& rest : rests) {
      if (!rest.future && has_known_base(rest.word)) return rest.word;
    }
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

bool Stemmer::knows(std::string_view folded) const {
  if (!is_plain(folded)) return false;
  if (!endings_.own_stem(folded).empty()) return true;
  const std::string_view rest = rest_to_keep(folded);
  return endings_.is_known(rest) || has_known_base(rest) || !endings_.own_stem_before_ending(rest).empty();
}

std::string_view Stemmer::stem(std::string_view folded) const {
  if (!is_plain(folded)) return folded;
  if (const auto found = endings_.own_stem(folded); !found.empty()) return found;
  return endings_.stem(rest_to_keep(folded));
}

// The entry that gave the base, which an ending may have changed, this stem: as it is, with ة for ت or for
// nothing, with ء for its seat.
const WordEntry* Stemmer::entry_with_stem(std::string_view base, std::string_view stem) const {
  const std::string whole(base);
  const std::string less = whole.substr(0, whole.size() - kLetter);
  for (const std::string& word : {whole, whole + "ه", less + "ه", less + "ء"}) {
    const bool feminine = word.size() < whole.size() + kLetter && word.ends_with("ه") && word != whole;
    if (feminine && !whole.ends_with("ت")) continue;
    const WordEntry* entry = words_.find(word);
    if (entry && entry->is(kName) && word != whole) continue;  // سوري is not سورية cut short
    if (entry && ((entry->is(kOwnStem) && entry->stem == stem) || entry->relation == stem)) return entry;
  }
  return nullptr;
}

StemTrace Stemmer::trace(std::string_view folded) const {
  StemTrace trace;
  trace.base = folded;
  trace.stem = stem(folded);
  if (!is_plain(folded)) return trace;
  const bool whole = !endings_.own_stem(folded).empty();
  const std::string_view rest = whole ? folded : rest_to_keep(folded);
  trace.proclitics = folded.substr(0, folded.size() - rest.size());
  const bool letters = rest.starts_with(trace.stem);
  std::size_t size = rest.size();
  const WordEntry* entry = entry_with_stem(rest, trace.stem);
  while (entry == nullptr && !letters && size > 2 * kLetter)
    entry = entry_with_stem(rest.substr(0, size -= kLetter), trace.stem);
  if (entry != nullptr) trace.source = source_of(*entry, trace.stem);
  if (letters || entry == nullptr) size = letters ? trace.stem.size() : rest.size();
  // The ة of a feminine is an ending like the ت it becomes before one.
  const std::string_view last = rest.substr(size - kLetter, kLetter);
  const bool feminine = entry != nullptr && entry->is(kFeminine) && !entry->is(kName) &&
                        entry->word.size() == size && (last == "ه" || last == "ت");
  if (feminine) size -= kLetter;
  trace.base = rest.substr(0, size);
  trace.ending = rest.substr(size);
  return trace;
}

}  // namespace mahdar
