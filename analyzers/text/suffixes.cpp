#include "analyzers/text/suffixes.h"

namespace mahdar {
namespace {

constexpr std::size_t kMinBytes = kMinLetters * 2;

// Longest first, so that the first that fits is the one.
constexpr std::string_view kSuffixes[] = {"ناهم", "تهما", "تهم", "تها", "تنا", "هما", "كما", "تان",
                                          "تين",  "يون",  "يين", "يات", "ونه", "هم",  "هن",  "ها",
                                          "نا",   "كم",   "ان",  "ات",  "ون",  "ين",  "يه",  "وا",
                                          "ته",   "تم",   "يا",  "ه",   "ي",   "ا",   "ت"};

constexpr std::string_view kPronouns[] = {"هما", "كما", "هم", "هن", "ها", "نا", "كم", "ه"};

std::string_view without_any(std::string_view word, std::span<const std::string_view> endings) {
  for (const std::string_view ending : endings) {
    if (can_lose(word, ending)) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

}  // namespace

std::span<const std::string_view> suffixes() {
  return kSuffixes;
}

bool can_lose(std::string_view folded, std::string_view suffix) {
  return folded.size() >= suffix.size() + kMinBytes && folded.ends_with(suffix);
}

std::string_view without_suffix(std::string_view folded) {
  return without_any(folded, kSuffixes);
}

std::string_view without_pronoun(std::string_view folded) {
  return without_any(folded, kPronouns);
}

}  // namespace mahdar
