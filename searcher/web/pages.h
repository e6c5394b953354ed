#pragma once

#include "searcher/http/message.h"
#include "searcher/http/target.h"
#include "searcher/match/searcher.h"

namespace mahdar {

// The routes for people. Wrong parameters give a page that says so, with status 400. All throw IndexError.

/// The search page.
HttpResponse page_search(Searcher& searcher, const Target& target);

/// An article, or a page with status 404.
HttpResponse page_article(Searcher& searcher, const Target& target);

/// A file linked into the program: style sheet, script, icon.
HttpResponse asset(const Target& target);

}  // namespace mahdar
