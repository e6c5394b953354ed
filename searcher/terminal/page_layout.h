#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "searcher/match/result_page.h"
#include "searcher/render/renderer.h"
#include "searcher/terminal/terminal_size.h"

namespace mahdar {

/// A page of results as it stands on the screen.
struct PageLayout {
  std::vector<std::string> lines;
  std::size_t hits = 0;                               ///< of the page that are shown, from its first
  std::vector<std::pair<Facet, std::string>> values;  ///< what the numbers at the facets stand for, from 1
};

/// Fits a page into `room`: the facets beside the hits where it is wide, else below; of each as many values,
/// and as many hits, as there are lines for. One hit is shown in any case. `visual`: lines are for visual
/// order.
PageLayout lay_out(const ResultPage& page, const RenderOptions& options, TerminalSize room, bool visual);

}  // namespace mahdar
