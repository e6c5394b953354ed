#include "analyzers/text/protected_names.h"

#include <string>
#include <vector>

#include "analyzers/text/folder.h"
#include "analyzers/text/word_list.h"

namespace mahdar {

void add_name(WordTable& words, std::string_view folded, std::string_view stem) {
  constexpr std::size_t kMinRelation = 6;    // bytes of three Arabic letters
  constexpr std::size_t kMinBeforeStan = 8;  // كردي is not of Kurdistan alone
  words.add(folded, kKnown | kOwnStem | kName, stem);
  for (const std::string_view ending : {"ستان", "يا", "يه", "ا"}) {
    if (!folded.ends_with(ending)) continue;
    const std::string_view base = folded.substr(0, folded.size() - ending.size());
    if (base.size() >= (ending == "ستان" ? kMinBeforeStan : kMinRelation)) words.add_relation(base, stem);
    break;
  }
}

namespace {

// The stem that the taxonomy gave one of the spellings, else the first of them.
std::string common_stem(const WordTable& words, const std::vector<std::string>& spellings) {
  for (const std::string& spelling : spellings) {
    const WordEntry* entry = words.find(spelling);
    if (entry && entry->is(kName)) return std::string(entry->stem);
  }
  return spellings.front();
}

}  // namespace

void add_protected_names(WordTable& words) {
  for (const std::string_view line : word_list("protected_names.txt")) {
    std::vector<std::string> spellings;
    for (const std::string_view spelling : fields_of(line)) spellings.push_back(fold(spelling));
    const std::string stem = common_stem(words, spellings);
    for (const std::string& spelling : spellings) add_name(words, spelling, stem);
  }
}

}  // namespace mahdar
