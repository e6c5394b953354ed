#include "analyzers/text/stop_words.h"

#include <string>

#include "analyzers/text/cleaner.h"
#include "analyzers/text/folder.h"
#include "analyzers/text/word_list.h"

namespace mahdar {
namespace {

constexpr std::size_t kLetter = 2;

bool is_listed(const WordTable& words, std::string_view exact, std::string_view folded) {
  if (const WordEntry* entry = words.find(folded); entry && entry->is(kStopFolded)) return true;
  const WordEntry* entry = words.find(exact);
  return entry && entry->is(kStopExact);
}

}  // namespace

void add_stop_words(WordTable& words) {
  for (const std::string_view line : word_list("stop_words.txt")) {
    if (line.starts_with('=')) {
      words.add(clean(line.substr(1)), kStopExact);
      words.add(fold(line.substr(1)), kKnown);
    } else {
      words.add(fold(line), kStopFolded | kKnown);
    }
  }
}

bool is_stop_word(const WordTable& words, std::string_view exact, std::string_view folded) {
  if (is_listed(words, exact, folded)) return true;
  if (!folded.starts_with("و") && !folded.starts_with("ف")) return false;
  if (const WordEntry* entry = words.find(folded); entry && entry->is(kKnown)) return false;
  if (folded.size() <= 2 * kLetter || exact.size() <= 2 * kLetter) return false;
  return is_listed(words, exact.substr(kLetter), folded.substr(kLetter));
}

}  // namespace mahdar
