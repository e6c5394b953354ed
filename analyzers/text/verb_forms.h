#pragma once

#include "analyzers/text/word_table.h"

namespace mahdar {

/// Adds the verbs of verbs.tsv with the forms that endings do not give: the present behind ي and ت, and the
/// past of verbs in ا or ى before ت and وا (دعا: دعت, دعوا). All get the stem of the past; presents that are
/// nouns of their own (تعاون beside عاون) keep theirs. To be called after the other lists.
void add_verbs(WordTable& words);

}  // namespace mahdar
