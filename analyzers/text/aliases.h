#pragma once

#include "analyzers/text/word_table.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// Adds the taxonomy's names: one-word spellings of one place, country or organisation share a stem (أستانا,
/// أستانة, آستانة, Astana); a spelling that several of them claim (عمان) keeps its own. The words of people's
/// names are protected. Names with the article are added without it too (الأردن, أردن).
void add_names(const Taxonomy& taxonomy, WordTable& words);

}  // namespace mahdar
