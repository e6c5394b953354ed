#pragma once

#include "analyzers/text/word_table.h"

namespace mahdar {

/// The word lists linked into the program (analyzers/data), folded: lexicon, protected words, protected
/// names, words kept distinct, broken plurals, verbs, stop words.
void add_word_lists(WordTable& words);

}  // namespace mahdar
