#pragma once

#include <ostream>

#include "searcher/match/result_page.h"
#include "searcher/render/renderer.h"

namespace mahdar {

/// One @misc entry a hit, UTF-8 (biber, or BibTeX with a Unicode engine).
void render_bibtex(const ResultPage& page, const RenderOptions& options, std::ostream& out);

}  // namespace mahdar
