#pragma once

#include <span>
#include <string>
#include <string_view>

#include "searcher/query/search_request.h"
#include "searcher/render/words.h"
#include "searcher/web/html.h"
#include "searcher/web/page_links.h"

namespace mahdar {

/// What every page has around its content. Opens <html>, <head>, <body> and leaves the body open.
/// `other_language`: address of the same page in the other language.
void open_page(Html& html, const Words& words, std::string_view title, const SearchRequest& request,
               std::string_view other_language);

/// The footer; the caller then takes the document.

void end_page(Html& html, const Words& words, std::uint64_t articles);

/// A page with nothing but a message in paragraphs, and the way to a new search.
std::string message_page(const Words& words, std::string_view title, std::span<const std::string> message,
                         std::string_view other_language);

/// Version of the style sheet and script, for their addresses.
const std::string& assets_version();

/// "#" in a wording replaced by a text.
std::string filled(std::string_view wording, std::string_view text);

}  // namespace mahdar
