#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "searcher/match/result_page.h"
#include "searcher/render/renderer.h"

namespace mahdar {

/// For people: what was searched, hits with highlighted snippets, facets with counts.
void render_text(const ResultPage& page, const RenderOptions& options, std::ostream& out);

/// A whole article with what is known about it; `marks`, ascending ranges of its text, are set off.
void render_article(const Article& article, const RenderOptions& options, std::ostream& out,
                    const std::vector<ByteRange>& marks = {});

/// The near-duplicates of article `id` in the order given, without itself; nothing where there are none.
void render_copies(const std::vector<ArticleCopy>& copies, std::string_view id, const RenderOptions& options,
                   std::ostream& out);

}  // namespace mahdar
