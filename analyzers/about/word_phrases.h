#pragma once

#include <cstdint>
#include <string_view>

#include "analyzers/about/phrase_trie.h"

namespace mahdar {

/// Adds the phrases of one cell of a word list, divided by |, to a trie: folded, with `value`, and where
/// asked also behind proclitics.
void add_phrases(PhraseTrie& trie, std::string_view phrases, std::uint32_t value, bool proclitics);

}  // namespace mahdar
