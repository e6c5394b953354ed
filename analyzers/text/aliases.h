#pragma once

#include "analyzers/text/word_table.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// Adds the names of the taxonomy's places, countries, organisations and people: one-word spellings of one of
/// them share a stem (أستانا, أستانة, Astana; لافرنتييف, لافرينتيف); a spelling that several claim (عمان)
/// keeps its own. Names with the article are added without it too (الأردن, أردن). To be called first, so that
/// the word lists follow these stems.
void add_aliases(const Taxonomy& taxonomy, WordTable& words);

/// Protects the words of people's names from the stemmer, where no list knows them as something else. To be
/// called after the word lists.
void add_people(const Taxonomy& taxonomy, WordTable& words);

}  // namespace mahdar
