#pragma once

#include "analyzers/text/word_table.h"

namespace mahdar {

/// The word lists linked into the program (analyzers/data), folded: lexicon, protected words, protected
/// names, broken plurals, stop words.
void add_word_lists(WordTable& words);

/// Whether a folded word is in the lists, perhaps with endings: the plausibility of a rest after proclitics
/// for those who have no analyzer at hand. Thread-safe.
bool is_plausible_word(std::string_view folded);

}  // namespace mahdar
