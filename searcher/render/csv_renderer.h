#pragma once

#include <ostream>

#include "searcher/render/renderer.h"

namespace mahdar {

/// RFC 4180 with a header row; several values of one cell are joined by "; ". A cell that a spreadsheet would
/// run as a formula gets a leading apostrophe.
void render_csv(const ResultPage& page, const RenderOptions& options, std::ostream& out);

}  // namespace mahdar
