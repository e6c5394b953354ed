#include "analyzers/about/word_phrases.h"

#include <algorithm>
#include <string>
#include <vector>

#include "analyzers/about/proclitic_forms.h"
#include "analyzers/text/folder.h"
#include "analyzers/text/token.h"

namespace mahdar {

namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace

void add_phrases(PhraseTrie& trie, std::string_view phrases, std::uint32_t value, bool proclitics) {
  for (const std::string_view phrase : split(phrases, '|')) {
    const std::string folded = fold(phrase);
    const std::vector<std::string_view> words = split(folded, ' ');
    std::vector<std::uint64_t> hashes;
    hashes.reserve(words.size());
    for (const std::string_view word : words) hashes.push_back(hash_word(word));
    trie.add(hashes, value);
    if (!proclitics) continue;
    for (const std::string& form : proclitic_forms(words.front()))
      trie.add_alias(hash_word(form), hashes.front());
  }
}

}  // namespace mahdar
