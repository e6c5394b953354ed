#pragma once

#include "searcher/http/message.h"
#include "searcher/http/target.h"
#include "searcher/match/searcher.h"

namespace mahdar {

// The JSON routes. None tells where files lie on this machine. Bad parameters are answered 400, an id that
// does not exist 404, both with
// {"error":{"status","message"}}. All throw IndexError.

/// A search in the form of `mahdar-search --format json`.
HttpResponse api_search(Searcher& searcher, const Target& target);

/// All values of one facet ("facet") whose label, in any language, has the letters of "contains" in it.
HttpResponse api_facet(Searcher& searcher, const Target& target);

/// Ways to complete "q".
HttpResponse api_suggest(Searcher& searcher, const Target& target);

/// An article with its evidence and, where "q" is given, the words in it that q asks for.
HttpResponse api_article(Searcher& searcher, const Target& target);

/// Articles like one article, as a search's answer.
HttpResponse api_similar(Searcher& searcher, const Target& target);

/// Every round with dates, city and how many matches report it, in all and by guarantor; months likewise.
HttpResponse api_rounds(Searcher& searcher, const Target& target);

/// The error as the JSON routes give it.
HttpResponse json_error(int status, std::string_view message);

}  // namespace mahdar
