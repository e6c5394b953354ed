#include "analyzers/text/lexicon.h"

#include <string>

#include "analyzers/text/cleaner.h"
#include "analyzers/text/endings.h"
#include "analyzers/text/folder.h"
#include "analyzers/text/protected_names.h"
#include "analyzers/text/stop_words.h"
#include "analyzers/text/verb_forms.h"
#include "analyzers/text/word_list.h"

namespace mahdar {
namespace {

void add_known(WordTable& words, std::string_view file) {
  for (const std::string_view word : words_of_list(file)) words.add(fold(word), kKnown);
}

// After the known words and names, since stemming looks at them.
void add_known_stems(WordTable& words, std::string_view file) {
  const Endings endings(words);
  for (const std::string_view word : words_of_list(file)) {
    const std::string folded = fold(word);
    words.add(std::string(endings.stem(folded)), kKnownStem);
  }
}

void add_own_stem(WordTable& words, std::string_view word, std::string_view stem) {
  words.add(fold(word), kKnown | kOwnStem, stem);
  if (word.ends_with("ة")) words.add(fold(word), kFeminine);
}

void add_distinct_words(WordTable& words) {
  for (const std::string_view line : word_list("distinct_words.tsv")) {
    const auto fields = fields_of(line);
    const std::string stem = fold(fields.front());
    for (const std::string_view word : fields) add_own_stem(words, word, stem);
  }
}

void add_broken_plurals(WordTable& words) {
  const Endings endings(words);
  for (const std::string_view line : word_list("broken_plurals.tsv")) {
    const auto fields = fields_of(line);
    const std::string singular = fold(fields.front());
    words.add(singular, kKnown);  // a dictionary form: it loses nothing that only looks like an ending
    const std::string stem(endings.stem(singular));
    for (const std::string_view word : fields) {
      if (word.starts_with('=')) {
        words.add(clean(word.substr(1)), kSpelling, stem);
        continue;
      }
      add_own_stem(words, word, stem);
      words.add(fold(word), kBrokenPlural);
    }
  }
}

// The forms of nouns too short for the rules of endings; last, since a form that is another word stays that.
void add_short_nouns(WordTable& words) {
  for (const std::string_view line : words_of_list("short_nouns.txt")) {
    const std::string noun = fold(line);
    const std::string stem(Endings(words).stem(noun));
    words.add(noun, kKnown);
    for (const std::string_view ending :
         {"ه", "ها", "هم", "هن", "هما", "نا", "كم", "ان", "ين", "ا", "يه", "اه", "يها", "اها"}) {
      const std::string form = noun + std::string(ending);
      if (words.find(form) == nullptr) words.add(form, kKnown | kOwnStem, stem);
    }
  }
}

}  // namespace

void add_word_lists(WordTable& words) {
  add_stop_words(words);
  add_protected_names(words);
  add_known(words, "lexicon.txt");
  add_known(words, "protected_words.txt");
  add_distinct_words(words);
  add_known_stems(words, "lexicon.txt");
  add_known_stems(words, "protected_words.txt");
  add_broken_plurals(words);
  add_verbs(words);
  add_short_nouns(words);
}

}  // namespace mahdar
