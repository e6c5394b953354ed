#pragma once

#include <string_view>

#include "analyzers/text/word_table.h"

namespace mahdar {

/// Adds one name, folded, with its stem. A name in ا, يا, ية or ستان lends its stem to the adjective made
/// without it (روسيا: روسي, كازاخستان: كازاخي).
void add_name(WordTable& words, std::string_view folded, std::string_view stem);

/// Adds the names of protected_names.txt: never stemmed, also behind clitics. Spellings on one line share the
/// stem that the taxonomy gave one of them, else the first.
void add_protected_names(WordTable& words);

}  // namespace mahdar
