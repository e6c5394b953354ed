#pragma once

#include <ostream>

#include "searcher/match/result_page.h"
#include "searcher/render/renderer.h"

namespace mahdar {

/// One record of type NEWS a hit, as reference managers import it; CRLF line ends as the format asks.
void render_ris(const ResultPage& page, const RenderOptions& options, std::ostream& out);

}  // namespace mahdar
