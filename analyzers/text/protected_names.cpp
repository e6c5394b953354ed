#include "analyzers/text/protected_names.h"

#include <string>

#include "analyzers/text/folder.h"
#include "analyzers/text/word_list.h"

namespace mahdar {

void add_protected_names(WordTable& words) {
  for (const std::string_view line : word_list("protected_names.txt")) {
    const auto spellings = fields_of(line);
    const std::string stem = fold(spellings.front());
    for (const std::string_view spelling : spellings)
      words.add(fold(spelling), kKnown | kOwnStem | kName, stem);
  }
}

}  // namespace mahdar
