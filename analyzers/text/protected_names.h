#pragma once

#include "analyzers/text/word_table.h"

namespace mahdar {

/// Adds the names of protected_names.txt: never stemmed, also behind clitics. Spellings on one line share the
/// stem of the first.
void add_protected_names(WordTable& words);

}  // namespace mahdar
