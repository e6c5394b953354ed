#include "searcher/web/search_page.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "searcher/query/query_caps.h"
#include "searcher/render/relaxation_note.h"
#include "searcher/web/facet_panel.h"
#include "searcher/web/hit_list.h"
#include "searcher/web/html.h"
#include "searcher/web/page_frame.h"
#include "searcher/web/page_links.h"

namespace mahdar {
namespace {

std::string page_title(const ResultPage& page, const Words& words) {
  if (page.request.text.empty()) return fmt::format("{} · {}", words("name"), words("tagline"));
  return fmt::format("{} · {}", page.request.text, words("name"));
}

/// What was tried, in order, with the matches of each step.
void write_steps(Html& html, const ResultPage& page, const Words& words) {
  if (page.steps.empty()) return;
  html.open("ol", {{"class", "steps"}, {"aria-label", words("steps")}});
  for (const RelaxationStep& step : page.steps) {
    html.open("li", {{"class", step.taken ? "taken" : ""}, {"aria-current", step.taken ? "step" : ""}});
    html.text(step_label(step.step, words.english())).text(": ");
    html.leaf("b", {}, std::to_string(step.count)).close();
  }
  html.close();
}

void write_notices(Html& html, const ResultPage& page, const Words& words) {
  const auto say = [&](const std::string& arabic, const std::string& english) -> const std::string& {
    return words.english() || arabic.empty() ? english : arabic;
  };
  if (page.diagnostics.empty() && page.steps.empty() && !page.relaxed && !page.suggestion) return;
  html.open("div", {{"class", "notices"}});
  if (page.relaxed) {
    html.open("p", {{"class", "relaxed"}}).leaf("strong", {}, std::string(words("relaxed")) + ": ");
    html.leaf("span", {{"dir", "auto"}}, say(page.relaxed->message_ar, page.relaxed->message)).close();
  }
  write_steps(html, page, words);
  if (page.suggestion) {
    const PageLinks links(page.request, words.english());
    html.open("p", {{"class", "suggestion"}}).text(words("suggestion")).text(": ");
    html.open("a", {{"href", links.with_text(*page.suggestion)}, {"data-live", "1"}});
    html.leaf("bdi", {}, *page.suggestion).close().text(words.english() ? "?" : "؟").close();
  }
  for (const Diagnostic& d : page.diagnostics)
    html.leaf("p", {{"class", "diagnostic"}, {"dir", "auto"}}, say(d.message_ar, d.message));
  html.close();
}

void write_status(Html& html, const ResultPage& page, const Words& words) {
  html.open("div", {{"class", "status"}});
  html.open("h1", {{"id", "total"}, {"role", "status"}}).text(words.count("results", page.total)).close();
  if (!page.hits.empty() && page.total > page.hits.size()) {
    const std::uint64_t first = page.request.offset + 1;
    html.leaf("span", {{"class", "shown"}},
              filled(words("shown"), fmt::format("{}–{}", first, page.request.offset + page.hits.size())));
  }
  html.leaf("a", {{"class", "to-facets"}, {"href", "#facets"}}, words("skip.facets")).close();
}

void write_pages(Html& html, const ResultPage& page, const Words& words) {
  const std::uint32_t size = std::max<std::uint32_t>(page.request.limit, 1);
  const auto reachable = std::min<std::uint64_t>(page.total, query_caps::kDeepestHit);
  const auto last = static_cast<std::uint32_t>(reachable == 0 ? 0 : (reachable - 1) / size);
  const std::uint32_t current = page.request.offset / size;
  if (last == 0) return;
  const PageLinks links(page.request, words.english());
  html.open("nav", {{"class", "pages"}, {"aria-label", words("pages")}}).open("ul");
  const auto link = [&](std::uint32_t number, std::string_view text, std::string_view rel) {
    html.open("li").open("a", {{"href", links.with_offset(number * size)},
                               {"rel", rel},
                               {"aria-label", rel.empty() ? filled(words("page"), text) : ""},
                               {"aria-current", number == current && rel.empty() ? "page" : ""},
                               {"data-live", "1"}});
    html.text(text).close().close();
  };
  if (current > 0) link(current - 1, words("previous"), "prev");
  const std::uint32_t from = current > 3 ? current - 3 : 0;
  for (std::uint32_t i = from; i <= std::min(last, from + 6); ++i) link(i, std::to_string(i + 1), "");
  if (current < last) link(current + 1, words("next"), "next");
  html.close().close();
}

void write_tools(Html& html, const ResultPage& page, const Words& words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kFiles{
      {{"/export.csv", "CSV"},
       {"/export.bib", "BibTeX"},
       {"/export.ris", "RIS"},
       {"/export.jsonl", "JSON Lines"}}};
  SearchRequest whole = page.request;
  whole.offset = 0;
  whole.limit = query_caps::kDeepestHit;
  const PageLinks all(whole, words.english());
  const PageLinks links(page.request, words.english());
  html.open("div", {{"class", "tools"}});
  html.leaf("a", {{"href", links.at("/feed.atom")}, {"class", "feed"}}, words("feed"));
  html.open("details", {{"class", "exports"}, {"id", "exports"}})
      .leaf("summary", {}, words("export"))
      .open("ul");
  for (const auto& [path, name] : kFiles)
    html.open("li").leaf("a", {{"href", all.at(path)}, {"download", ""}, {"dir", "ltr"}}, name).close();
  html.close().close().close();
}

}  // namespace

std::string search_page(const ResultPage& page, const Words& words, const Taxonomy& taxonomy) {
  Html html;
  const PageLinks links(page.request, words.english());
  open_page(html, words, page_title(page, words), page.request, links.in_other_language());
  html.open("div", {{"class", "layout"}});
  html.open("main", {{"id", "results"}, {"tabindex", "-1"}});
  write_status(html, page, words);
  write_chips(html, page, words, taxonomy);
  write_notices(html, page, words);
  write_timeline(html, page, words, taxonomy);
  if (page.hits.empty()) html.leaf("p", {{"class", "nothing"}}, words("no.hits"));
  write_hits(html, page, words, taxonomy);
  write_pages(html, page, words);
  write_tools(html, page, words);
  html.close();
  write_facets(html, page, words, taxonomy);
  html.close();
  end_page(html, words, page.index_articles);
  return html.take();
}

}  // namespace mahdar
