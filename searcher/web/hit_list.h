#pragma once

#include "schema/taxonomy.h"
#include "searcher/match/result_page.h"
#include "searcher/render/words.h"
#include "searcher/web/html.h"

namespace mahdar {

/// The hits of a page with their highlighted snippets and, where the request asks to explain, the reasons.
void write_hits(Html& html, const ResultPage& page, const Words& words, const Taxonomy& taxonomy);

/// Source, date with its basis, round and guarantor with how sure they are.
void write_facts(Html& html, const Article& article, const Words& words, const Taxonomy& taxonomy);

/// The same, left open for further items.
void open_facts(Html& html, const Article& article, const Words& words, const Taxonomy& taxonomy);

/// Which way an article's text runs, as dir tells it: "auto" where its language does not say.
std::string_view direction(const Article& article);

/// How to cite an article, one line.
std::string citation(const Article& article, const Words& words, const Taxonomy& taxonomy);

/// Text with ranges of it in <mark>. Ranges ascend and do not overlap.
void write_marked(Html& html, std::string_view text, const std::vector<ByteRange>& ranges);

}  // namespace mahdar
