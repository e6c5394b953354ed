#include "searcher/http/downloads.h"

#include <algorithm>
#include <array>
#include <sstream>

#include <fmt/format.h>

#include "searcher/http/api.h"
#include "searcher/http/web_search.h"
#include "searcher/match/facet_labels.h"
#include "searcher/query/query_caps.h"
#include "searcher/render/html_text.h"
#include "searcher/render/renderer.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kFeedEntries = 50;

struct ExportKind {
  std::string_view path;
  OutputFormat format;
  std::string_view type;
};

constexpr std::array<ExportKind, 4> kExports{
    {{"/export.csv", OutputFormat::kCsv, "text/csv; charset=utf-8"},
     {"/export.bib", OutputFormat::kBibtex, "application/x-bibtex; charset=utf-8"},
     {"/export.ris", OutputFormat::kRis, "application/x-research-info-systems; charset=utf-8"},
     {"/export.jsonl", OutputFormat::kJsonl, "application/x-ndjson; charset=utf-8"}}};

HttpResponse bad_request(const InputError& error) {
  return json_error(400, error.remedy.empty() ? error.message : error.message + " (" + error.remedy + ")");
}

/// A date of any precision as the instant Atom asks for; articles without one get the epoch.
std::string instant(std::string_view date) {
  constexpr std::string_view kFirst = "1970-01-01";
  std::string whole(date);
  if (whole.size() < kFirst.size()) whole += kFirst.substr(whole.size());
  if (date.empty()) whole = kFirst;
  return whole + "T00:00:00Z";
}

/// Who wrote an article, else who brought it; empty where neither is known.
std::string author_of(const Article& article, const Taxonomy& taxonomy, bool english) {
  if (!article.author.empty() || article.source.id.empty()) return article.author;
  const FacetLabel outlet = facet_label(Facet::kSource, article.source.id, taxonomy);
  return english ? outlet.english : outlet.arabic;
}

void add_entry(std::string& out, const Hit& hit, const std::string& author, std::string_view base) {
  const Article& article = hit.article;
  const std::string address = fmt::format("{}/article/{}", base, percent_encoded(article.id));
  out += fmt::format("<entry><id>{0}</id><title>{1}</title><link href=\"{0}\"/><updated>{2}</updated>",
                     escaped_markup(address), escaped_markup(article.shown_title()),
                     instant(article.date.published));
  if (article.url.starts_with("http://") || article.url.starts_with("https://"))
    out += fmt::format("<link rel=\"via\" href=\"{}\"/>", escaped_markup(article.url));
  // An entry without one has the feed's.
  if (!author.empty()) out += fmt::format("<author><name>{}</name></author>", escaped_markup(author));
  out += fmt::format("<summary>{}</summary></entry>\n", escaped_markup(hit.snippet));
}

}  // namespace

HttpResponse atom_feed(Searcher& searcher, const Target& target, std::string_view base) {
  auto search = read_web_search(target.parameters, searcher.taxonomy(), true, kMaxPageHits);
  if (!search) return bad_request(search.error());
  SearchRequest& request = search->request;
  request.offset = 0;
  const std::string query = to_query_string(to_parameters(request, search->english));
  request.sort = SortOrder::kNewest;
  request.limit = kFeedEntries;
  request.facets.clear();
  request.relax = false;  // a feed that has nothing new must not fill up with something near
  const ResultPage page = searcher.search(request);
  const std::string newest = page.hits.empty() ? "" : page.hits.front().article.date.published;
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ar\"><id>{0}/feed.atom?{1}</id>"
      "<title>{2}</title><updated>{3}</updated>"
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"{0}/feed.atom?{1}\"/>"
      "<link rel=\"alternate\" type=\"text/html\" href=\"{0}/?{1}\"/>"
      "<author><name>محضر</name></author>\n",
      escaped_markup(base), escaped_markup(query),
      escaped_markup(page.request.text.empty() ? "محضر" : "محضر: " + page.request.text), instant(newest));
  for (const Hit& hit : page.hits)
    add_entry(out, hit, author_of(hit.article, searcher.taxonomy(), search->english), base);
  out += "</feed>\n";
  return {200, "application/atom+xml; charset=utf-8", std::move(out)};
}

namespace {

/// Whether relaxation left out a filter. "filters-only" tries it and comes back to them.
bool left_filters_out(const ResultPage& page) {
  return page.relaxed && page.relaxed->step != "filters-only" &&
         std::ranges::any_of(page.steps,
                             [](const RelaxationStep& step) { return step.step == "fewer-filters"; });
}

}  // namespace

HttpResponse export_file(Searcher& searcher, const Target& target, std::string_view public_url) {
  constexpr auto kMost = static_cast<std::uint32_t>(query_caps::kDeepestHit);
  auto search = read_web_search(target.parameters, searcher.taxonomy(), true, kMost);
  if (!search) return bad_request(search.error());
  SearchRequest& request = search->request;
  if (parameter(target.parameters, "limit").empty()) request.limit = kMost - std::min(request.offset, kMost);
  request.facets.clear();
  ResultPage page = searcher.search(request);
  if (left_filters_out(page)) {
    request.relax = false;  // a file does not say so at its head: rows outside its filters would mislead
    page = searcher.search(request);
  }
  const auto kind = std::ranges::find(kExports, std::string_view(target.path), &ExportKind::path);
  if (kind == kExports.end()) return json_error(404, "there is no such export");
  // A citation should lead somewhere, if only to the article's page here.
  const bool cites = kind->format == OutputFormat::kBibtex || kind->format == OutputFormat::kRis;
  for (Hit& hit : page.hits)
    if (cites && !public_url.empty() && hit.article.url.empty())
      hit.article.url = fmt::format("{}/article/{}", public_url, percent_encoded(hit.article.id));
  RenderOptions options;
  options.explain = request.explain;
  options.english = search->english;
  options.taxonomy = &searcher.taxonomy();
  options.local_paths = false;
  std::ostringstream file;
  render(page, kind->format, options, file);
  HttpResponse response(200, kind->type, std::move(file).str());
  response.set_header("Content-Disposition", fmt::format("attachment; filename=\"mahdar{}\"",
                                                         kind->path.substr(kind->path.find('.'))));
  return response;
}

}  // namespace mahdar
