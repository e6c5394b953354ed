#pragma once

#include <string>

#include "searcher/render/renderer.h"

namespace mahdar {

/// Writes a page's hits to a file, without what the options ask for a terminal. False where that failed.
bool save_hits(const ResultPage& page, OutputFormat format, RenderOptions options, const std::string& path);

}  // namespace mahdar
