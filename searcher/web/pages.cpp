#include "searcher/web/pages.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "schema/embedded.h"
#include "searcher/http/web_search.h"
#include "searcher/render/input_error_text.h"
#include "searcher/web/article_page.h"
#include "searcher/web/page_frame.h"
#include "searcher/web/search_page.h"

namespace mahdar {
namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::uint32_t kSimilarShown = 6;

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kAssets{
    {{"page.css", "text/css; charset=utf-8"},
     {"app.css", "text/css; charset=utf-8"},
     {"app.js", "text/javascript; charset=utf-8"},
     {"icon.svg", "image/svg+xml"}}};

HttpResponse bad_request(const InputError& error, const Words& words) {
  const std::array paragraphs{std::string(words("bad.request.why")), error_text(error, words.english())};
  return {400, kHtml,
          message_page(words, words("bad.request"), paragraphs, words.english() ? "/" : "/?lang=en")};
}

}  // namespace

HttpResponse page_search(Searcher& searcher, const Target& target) {
  const Words words(wants_english(target.parameters));
  const auto search = read_web_search(target.parameters, searcher.taxonomy(), false, kMaxPageHits);
  if (!search) return bad_request(search.error(), words);
  return {200, kHtml,
          search_page(searcher.search(counting_as_shown(search->request, target.parameters)), words,
                      searcher.taxonomy())};
}

HttpResponse page_article(Searcher& searcher, const Target& target) {
  const Words words(wants_english(target.parameters));
  const auto search = read_web_search(target.parameters, searcher.taxonomy(), false, kMaxPageHits);
  if (!search) return bad_request(search.error(), words);
  const std::string id = target.path.substr(std::string_view("/article/").size());
  const auto view = searcher.view(id, search->request.text);
  const auto similar = view ? searcher.similar(id, kSimilarShown) : std::nullopt;
  if (!view || !similar)
    return {404, kHtml,
            message_page(words, words("article.missing"), {&id, 1}, words.english() ? "/" : "/?lang=en")};
  return {200, kHtml,
          article_page(*view, searcher.copies(id), *similar, search->request, words, searcher.taxonomy())};
}

HttpResponse asset(const Target& target) {
  const std::string_view name = std::string_view(target.path).substr(std::string_view("/assets/").size());
  const auto known = std::ranges::find(kAssets, name, [](const auto& row) { return row.first; });
  for (const auto& file : embedded::mahdar_searcher()) {
    if (known == kAssets.end() || file.name != name) continue;
    HttpResponse response(200, known->second, std::string(file.content));
    // The address names the version: another version has another address.
    if (parameter(target.parameters, "v") == assets_version())
      response.set_header("Cache-Control", "public, max-age=31536000, immutable");
    return response;
  }
  return {404, "text/plain; charset=utf-8", "There is nothing here.\n"};
}

}  // namespace mahdar
