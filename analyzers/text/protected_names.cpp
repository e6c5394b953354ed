#include "analyzers/text/protected_names.h"

#include <string>

#include "analyzers/text/folder.h"
#include "analyzers/text/word_list.h"

namespace mahdar {

void add_name(WordTable& words, std::string_view folded, std::string_view stem) {
  constexpr std::size_t kMinRelation = 6;    // bytes of three Arabic letters
  constexpr std::size_t kMinBeforeStan = 8;  // كردي is not of Kurdistan alone
  words.add(folded, kKnown | kOwnStem | kName, stem);
  for (const std::string_view ending : {"ستان", "يا", "ا"}) {
    if (!folded.ends_with(ending)) continue;
    const std::string_view base = folded.substr(0, folded.size() - ending.size());
    if (base.size() >= (ending == "ستان" ? kMinBeforeStan : kMinRelation)) words.add_relation(base, stem);
    break;
  }
}

void add_protected_names(WordTable& words) {
  for (const std::string_view line : word_list("protected_names.txt")) {
    const auto spellings = fields_of(line);
    const std::string stem = fold(spellings.front());
    for (const std::string_view spelling : spellings) add_name(words, fold(spelling), stem);
  }
}

}  // namespace mahdar
