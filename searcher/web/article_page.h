#pragma once

#include <string>

#include "schema/taxonomy.h"
#include "searcher/match/result_page.h"
#include "searcher/match/searcher.h"
#include "searcher/render/words.h"

namespace mahdar {

/// An article with the words of the search and the evidence marked in its text, what is known about it, and
/// articles like it. `request`: the search it was reached from.
std::string article_page(const ArticleView& view, const std::vector<ArticleCopy>& copies,
                         const ResultPage& similar, const SearchRequest& request, const Words& words,
                         const Taxonomy& taxonomy);

}  // namespace mahdar
