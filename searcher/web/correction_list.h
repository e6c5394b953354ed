#pragma once

#include <vector>

#include "schema/article.h"
#include "schema/taxonomy.h"
#include "searcher/render/words.h"
#include "searcher/web/html.h"

namespace mahdar {

/// A list of what a corrections file put in the place of what was detected: both values, who and why.
void write_corrections(Html& html, const std::vector<AppliedCorrection>& corrections, const Words& words,
                       const Taxonomy& taxonomy);

}  // namespace mahdar
