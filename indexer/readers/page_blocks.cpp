#include "indexer/readers/page_blocks.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace mahdar {
namespace {

constexpr std::array<std::string_view, 20> kSkipped{
    "script", "style",  "noscript", "nav",  "aside",    "footer", "form",  "button", "select", "iframe",
    "svg",    "object", "template", "head", "textarea", "audio",  "video", "canvas", "dialog", "menu"};

constexpr std::array<std::string_view, 10> kInParagraph{"p",  "li", "h1", "h2", "h3",
                                                        "h4", "h5", "h6", "td", "blockquote"};

constexpr std::array<std::string_view, 18> kOtherBlocks{
    "html",  "body",  "div", "section", "article", "main", "header", "ul",         "ol",
    "table", "tbody", "tr",  "dl",      "dt",      "dd",   "figure", "figcaption", "pre"};

/// A class or id that begins so is furniture of the page.
constexpr std::array<std::string_view, 17> kFurniture{
    "comment",    "related", "share",  "sharing", "social", "sidebar",   "breadcrumb", "menu",       "navbar",
    "newsletter", "cookie",  "advert", "promo",   "widget", "most-read", "pagination", "site-header"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool names_furniture(std::string_view classes) {
  while (!classes.empty()) {
    const auto end = std::min(classes.find(' '), classes.size());
    const std::string_view name = classes.substr(0, end);
    if (std::ranges::any_of(kFurniture, [&](std::string_view start) { return name.starts_with(start); }))
      return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

bool is_hidden(const xmlNode* node) {
  if (xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr) return true;
  const std::string style = attribute(node, "style");
  return style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos;
}

bool is_skipped(const xmlNode* node, std::string_view name) {
  if (contains(kSkipped, name)) return true;
  if (name == "html" || name == "body" || name == "main" || name == "article") return false;
  return names_furniture(attribute(node, "class")) || names_furniture(attribute(node, "id")) ||
         is_hidden(node);
}

class BlockCollector {
 public:
  bool enter(xmlNode* node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      take(node);
      return false;
    }
    const std::string_view name = element_name(node);
    if (name.empty() || is_skipped(node, name)) return false;
    if (name == "a") ++links_;
    if (is_block(name)) begin(node);
    if (name == "br") flush();
    return true;
  }

  void leave(xmlNode* node) {
    const std::string_view name = element_name(node);
    if (name.empty() || is_skipped(node, name)) return;
    if (name == "a") --links_;
    if (is_block(name)) {
      flush();
      open_.pop_back();
    }
  }

  std::vector<PageBlock> take_blocks() { return std::move(blocks_); }

 private:
  static bool is_block(std::string_view name) {
    return contains(kInParagraph, name) || contains(kOtherBlocks, name);
  }

  void begin(xmlNode* node) {
    flush();
    open_.push_back(node);
  }

  void take(xmlNode* node) {
    const std::size_t before = current_.text.size();
    append_collapsed(current_.text, reinterpret_cast<const char*>(node->content));
    if (links_ > 0) current_.link_bytes += current_.text.size() - before;
  }

  void flush() {
    while (!current_.text.empty() && current_.text.back() == ' ') current_.text.pop_back();
    if (!current_.text.empty() && !open_.empty()) {
      const std::string_view name = element_name(open_.back());
      current_.heading = name.size() == 2 && name[0] == 'h';
      current_.holder = contains(kInParagraph, name) ? open_.back()->parent : open_.back();
      blocks_.push_back(std::move(current_));
    }
    current_ = {};
  }

  std::vector<xmlNode*> open_;
  std::vector<PageBlock> blocks_;
  PageBlock current_;
  int links_ = 0;
};

}  // namespace

std::vector<PageBlock> page_blocks(const HtmlDocument& page) {
  if (page.root() == nullptr) return {};
  BlockCollector collector;
  walk(
      page.root(), [&](xmlNode* node) { return collector.enter(node); },
      [&](xmlNode* node) { collector.leave(node); });
  return collector.take_blocks();
}

}  // namespace mahdar
