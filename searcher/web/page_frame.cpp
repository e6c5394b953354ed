#include "searcher/web/page_frame.h"

#include <array>

#include "schema/checksum.h"
#include "schema/embedded.h"
#include "searcher/http/web_search.h"

namespace mahdar {
namespace {

constexpr std::array<std::string_view, 4> kSorts{"relevance", "newest", "oldest", "round"};

/// Fields of the form hold these; the others of the search go along hidden.
bool is_in_form(std::string_view name) {
  return name == "q" || name == "sort" || name == "match" || name == "collapse" || name == "offset";
}

void option(Html& html, std::string_view value, bool chosen, std::string_view label) {
  html.leaf("option", {{"value", value}, {"selected", chosen ? "selected" : ""}}, label);
}

void search_form(Html& html, const Words& words, const SearchRequest& request) {
  html.open("form", {{"role", "search"}, {"action", "/"}, {"method", "get"}, {"id", "search"}});
  html.open("div", {{"class", "query"}});
  html.leaf("label", {{"for", "q"}, {"class", "unseen"}}, words("search.label"));
  html.single("input", {{"type", "search"},
                        {"id", "q"},
                        {"name", "q"},
                        {"value", request.text},
                        {"dir", "auto"},
                        {"placeholder", words("search.hint")},
                        {"autocomplete", "off"},
                        {"enterkeyhint", "search"},
                        {"maxlength", "1000"}});
  html.leaf("button", {{"type", "submit"}}, words("search")).close();
  for (const auto& [name, value] : to_parameters(request, words.english()))
    if (!is_in_form(name)) html.single("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  html.open("div", {{"class", "choices"}});
  html.open("span", {{"class", "choice"}});
  html.leaf("label", {{"for", "sort"}}, words("sort")).open("select", {{"id", "sort"}, {"name", "sort"}});
  for (std::size_t i = 0; i < kSorts.size(); ++i)
    option(html, kSorts[i], static_cast<std::size_t>(request.sort) == i,
           words("sort." + std::string(kSorts[i])));
  html.close().close().open("span", {{"class", "choice"}});
  html.leaf("label", {{"for", "match"}}, words("match")).open("select", {{"id", "match"}, {"name", "match"}});
  option(html, "all", request.match == MatchMode::kAll, words("match.all"));
  option(html, "any", request.match == MatchMode::kAny, words("match.any"));
  html.close().close().open("span", {{"class", "choice"}});
  html.leaf("label", {{"for", "collapse"}}, words("collapse"));
  html.open("select", {{"id", "collapse"}, {"name", "collapse"}});
  option(html, "0", !request.collapse, words("collapse.no"));
  option(html, "1", request.collapse, words("collapse.yes"));
  html.close().close().close().close();
}

void head(Html& html, const Words& words, std::string_view title, const SearchRequest& request) {
  const std::string version = "?v=" + assets_version();
  html.open("head").single("meta", {{"charset", "utf-8"}});
  html.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.leaf("title", {}, title);
  html.single("link", {{"rel", "stylesheet"}, {"href", "/assets/page.css" + version}});
  html.single("link", {{"rel", "stylesheet"}, {"href", "/assets/app.css" + version}});
  html.single("link", {{"rel", "icon"}, {"href", "/assets/icon.svg" + version}, {"type", "image/svg+xml"}});
  html.single("link", {{"rel", "alternate"},
                       {"type", "application/atom+xml"},
                       {"title", words("feed")},
                       {"href", PageLinks(request, words.english()).at("/feed.atom")}});
  html.leaf("script", {{"src", "/assets/app.js" + version}, {"type", "module"}}, "");
  html.close();
}

}  // namespace

std::string filled(std::string_view wording, std::string_view text) {
  std::string out(wording);
  if (const auto mark = out.find('#'); mark != std::string::npos) out.replace(mark, 1, text);
  return out;
}

const std::string& assets_version() {
  static const std::string version = [] {
    std::string all;
    for (const auto& file : embedded::mahdar_searcher()) all += file.content;
    return checksum_hex(all).substr(0, 12);
  }();
  return version;
}

void open_page(Html& html, const Words& words, std::string_view title, const SearchRequest& request,
               std::string_view other_language) {
  html.open("html", {{"lang", words.english() ? "en" : "ar"}, {"dir", words.english() ? "ltr" : "rtl"}});
  head(html, words, title, request);
  html.open("body");
  html.leaf("a", {{"class", "skip"}, {"href", "#results"}}, words("skip.results"));
  html.open("header", {{"class", "top"}});
  html.leaf("a", {{"class", "brand"}, {"href", words.english() ? "/?lang=en" : "/"}}, words("name"));
  search_form(html, words, request);
  html.open("nav", {{"class", "extras"}, {"aria-label", words("name")}});
  html.leaf("a",
            {{"href", other_language},
             {"lang", words.english() ? "ar" : "en"},
             {"class", "language"},
             {"hreflang", words.english() ? "ar" : "en"}},
            words("other.language"));
  html.close().close();
}

void end_page(Html& html, const Words& words, std::uint64_t articles) {
  html.open("footer", {{"class", "bottom"}}).leaf("p", {}, words("footer"));
  html.leaf("p", {}, filled(words("index.state"), words.count("results", articles))).close();
}

std::string message_page(const Words& words, std::string_view title, std::span<const std::string> message,
                         std::string_view other_language) {
  Html html;
  const SearchRequest nothing;
  open_page(html, words, title, nothing, other_language);
  html.open("main", {{"id", "results"}, {"class", "message"}, {"tabindex", "-1"}});
  html.leaf("h1", {}, title);
  for (const std::string& paragraph : message) html.leaf("p", {{"dir", "auto"}}, paragraph);
  html.open("p").leaf("a", {{"href", words.english() ? "/?lang=en" : "/"}}, words("start.again")).close();
  html.close();
  return html.take();
}

}  // namespace mahdar
