#include "indexer/readers/page_metadata.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mahdar {
namespace {

void fill(std::string& into, std::string value) {
  if (into.empty()) into = std::move(value);
}

/// The parts of a page, each kind kept apart so that the most trustworthy can win afterwards.
struct Found {
  PageMetadata json_ld, open_graph, plain;
  std::string heading, title_element;
  std::string time;
};

void read_meta(const xmlNode* node, Found& found) {
  std::string name = attribute(node, "property");
  if (name.empty()) name = attribute(node, "name");
  if (name.empty()) name = attribute(node, "itemprop");
  std::ranges::transform(name, name.begin(),
                         [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  const std::string content = attribute(node, "content");
  if (name == "og:title" || name == "twitter:title") fill(found.open_graph.title, content);
  if (name == "og:url") fill(found.open_graph.url, content);
  if (name == "og:site_name") fill(found.open_graph.source, content);
  if (name == "article:published_time" || name == "og:article:published_time")
    fill(found.open_graph.date, content);
  if (name == "article:modified_time" || name == "og:article:modified_time" || name == "og:updated_time")
    fill(found.open_graph.modified, content);
  if (name == "author" || name == "article:author") fill(found.plain.author, content);
  if (name == "application-name" || name == "publisher") fill(found.plain.source, content);
  for (const std::string_view date :
       {"date", "pubdate", "publishdate", "dc.date", "dc.date.issued", "datepublished"})
    if (name == date) fill(found.plain.date, content);
}

/// A page title without the site's name: the longest part between bars and dashes.
std::string headline_of(const std::string& title) {
  constexpr std::array<std::string_view, 5> kBars{" | ", " - ", " – ", " — ", " :: "};
  std::string_view longest = title;
  for (const std::string_view bar : kBars) {
    const auto at = longest.find(bar);
    if (at == std::string_view::npos) continue;
    const std::string_view first = longest.substr(0, at);
    const std::string_view rest = longest.substr(at + bar.size());
    longest = first.size() >= rest.size() ? first : rest;
  }
  return std::string(longest);
}

bool visit(xmlNode* node, Found& found) {
  const std::string_view name = element_name(node);
  if (name == "meta") read_meta(node, found);
  if (name == "html") fill(found.plain.language, attribute(node, "lang"));
  if (name == "title") fill(found.title_element, text_below(node));
  if (name == "h1") fill(found.heading, text_below(node));
  if (name == "time") fill(found.time, attribute(node, "datetime"));
  if (name == "link" && attribute(node, "rel") == "canonical") fill(found.plain.url, attribute(node, "href"));
  if (name == "script" && attribute(node, "type") == "application/ld+json") {
    xmlChar* content = xmlNodeGetContent(node);
    if (content != nullptr) read_json_ld(reinterpret_cast<const char*>(content), found.json_ld);
    xmlFree(content);
  }
  return name != "script" && name != "style";
}

std::string first_of(std::initializer_list<std::string> values) {
  for (const std::string& value : values)
    if (!value.empty()) return value;
  return {};
}

}  // namespace

PageMetadata page_metadata(const HtmlDocument& page) {
  if (page.root() == nullptr) return {};
  Found found;
  walk(
      page.root(), [&](xmlNode* node) { return visit(node, found); }, [](xmlNode*) {});
  PageMetadata page_says;
  page_says.title = first_of(
      {found.json_ld.title, found.open_graph.title, found.heading, headline_of(found.title_element)});
  page_says.url = first_of({found.plain.url, found.open_graph.url, found.json_ld.url});
  page_says.date = first_of({found.json_ld.date, found.open_graph.date, found.plain.date, found.time});
  page_says.source = first_of({found.json_ld.source, found.open_graph.source, found.plain.source});
  page_says.author = first_of({found.json_ld.author, found.plain.author});
  page_says.language = first_of({found.json_ld.language, found.plain.language.substr(0, 2)});
  page_says.modified = first_of({found.json_ld.modified, found.open_graph.modified});
  page_says.body = found.json_ld.body;
  return page_says;
}

}  // namespace mahdar
