#pragma once

#include "analyzers/about/reading.h"
#include "analyzers/about/round_candidates.h"
#include "analyzers/about/round_words.h"

namespace mahdar {

/// Whether title and lead announce another event than a round of the process: a session of the constitutional
/// committee, a summit, a match. Rounds that such a text names are no matter of its own. Told by what stands
/// first in the main clauses of the title and of the first sentence of the lead that names an event; what
/// stands behind "قبل", "وسط", "على أن تعقد" is told aside. Where title and lead disagree the answer is no.
bool tells_of_another_event(const Reading& reading, const MarkedText& marked,
                            const RoundCandidates& candidates);

}  // namespace mahdar
