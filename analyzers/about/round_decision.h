#pragma once

#include <vector>

#include "analyzers/about/round_clues.h"
#include "analyzers/about/round_mentions.h"
#include "schema/article.h"

namespace mahdar {

/// Weighs what the text names against what else speaks for a round: the round the article is about, the
/// others it names, and how sure that is. Where nothing tells, `about` is empty.
RoundInfo decide_round(const Taxonomy& taxonomy, const RoundMentions& mentions,
                       const std::vector<RoundClue>& clues);

}  // namespace mahdar
