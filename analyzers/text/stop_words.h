#pragma once

#include <string_view>

#include "analyzers/text/word_table.h"

namespace mahdar {

/// Adds the words of stop_words.txt, passed through the same stages as text. A line that begins with '='
/// counts only in its exact spelling, since folded it is another word too (على, علي).
void add_stop_words(WordTable& words);

/// Whether a word is a stop word, perhaps behind و or ف. `exact` is cleaned, `folded` cleaned and folded.
bool is_stop_word(const WordTable& words, std::string_view exact, std::string_view folded);

}  // namespace mahdar
