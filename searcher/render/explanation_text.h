#pragma once

#include <cstddef>
#include <limits>
#include <ostream>

#include "searcher/match/result_page.h"
#include "searcher/render/renderer.h"

namespace mahdar {

/// Why a hit is one: which query word is which word of it by which steps, and by what it passed each filter.
/// Ranges are half-open, in bytes of the article's text.
void render_reasons(const Hit& hit, const RenderOptions& options, std::ostream& out);

/// What somebody corrected in the article, a line each: the value, what was detected, who and why.
void render_corrections(const Article& article, const RenderOptions& options, std::ostream& out);

/// Why an article has its round, guarantor and other values: the words, where they stand, the rule and its
/// weight; of each value at most `most` pieces, the strongest, and how many more there are. What a
/// correction overruled is marked as detected.
void render_evidence(const Article& article, const RenderOptions& options, std::ostream& out,
                     std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace mahdar
