#pragma once

#include "schema/taxonomy.h"
#include "searcher/match/result_page.h"
#include "searcher/render/words.h"
#include "searcher/web/html.h"

namespace mahdar {

/// The facets of a page as lists of links: choose, choose another, leave out. The months stand beneath the
/// rounds in the time line.
void write_facets(Html& html, const ResultPage& page, const Words& words, const Taxonomy& taxonomy);

/// What is active, in words, each with a link that removes it.
void write_chips(Html& html, const ResultPage& page, const Words& words, const Taxonomy& taxonomy);

/// Bars of articles a round, and the same as a table.
void write_timeline(Html& html, const ResultPage& page, const Words& words, const Taxonomy& taxonomy);

/// The name of a facet in the language of the page.
std::string facet_title(Facet facet, const Words& words);

/// The label of a value in the language of the page.
std::string value_title(Facet facet, std::string_view value, const Words& words, const Taxonomy& taxonomy);

}  // namespace mahdar
