#include "indexer/readers/html_document.h"

#include <algorithm>

#include <libxml/HTMLparser.h>

#include "indexer/readers/limits.h"

namespace mahdar {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

bool begins_tag(std::string_view html, std::size_t at) {
  if (at + 1 >= html.size()) return false;
  const auto c = static_cast<unsigned char>(html[at + 1]);
  return c == '/' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

constexpr int kNesting = limits::kHtmlDepth / 2;

bool named(std::string_view tag, std::string_view name) {
  if (tag.size() <= name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i)
    if ((tag[i] | 0x20) != name[i]) return false;
  const char after = tag[name.size()];
  return after == '>' || after == ' ' || after == '\n' || after == '\t' || after == '/' || after == '\r';
}

/// The elements that pages nest without end; they must be closed, so that counting them tells the depth.
bool is_nesting_name(std::string_view tag) {
  for (const std::string_view name :
       {"div", "span", "font", "b", "i", "em", "strong", "section", "table", "blockquote"})
    if (named(tag, name)) return true;
  return false;
}

bool nests(std::string_view tag) {
  return is_nesting_name(tag.substr(1));
}
bool nests_after_slash(std::string_view tag) {
  return is_nesting_name(tag.substr(2));
}

/// The page without tags longer than the cap, and without the tags that would nest too deep. NULs become
/// spaces.
std::string tamed(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  int depth = 0;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t open = std::min(html.find('<', at), html.size());
    out.append(html, at, open - at);
    at = open;
    if (at == html.size()) break;
    if (!begins_tag(html, at)) {
      out.push_back(html[at++]);
      continue;
    }
    const std::size_t end = std::min(html.find('>', at), html.size() - 1) + 1;
    const std::string_view tag = html.substr(at, end - at);
    at = end;
    if (tag.size() > limits::kTagBytes) continue;
    if (nests(tag) && ++depth > kNesting) continue;
    if (tag.starts_with("</") && nests_after_slash(tag) && depth > 0 && depth-- > kNesting) continue;
    out.append(tag);
  }
  for (char& c : out)
    if (c == '\0') c = ' ';
  return out;
}

}  // namespace

HtmlDocument::HtmlDocument(std::string_view utf8) : document_(nullptr, xmlFreeDoc) {
  const std::string html = tamed(utf8);
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_COMPACT | HTML_PARSE_NODEFDTD;
  document_.reset(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions));
}

xmlNode* HtmlDocument::root() const {
  return document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
}

std::string_view element_name(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view{};
}

std::string attribute(const xmlNode* node, const char* name) {
  if (node->type != XML_ELEMENT_NODE) return {};
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  std::string copy(view(value));
  xmlFree(value);
  return copy;
}

void walk(xmlNode* root, const std::function<bool(xmlNode*)>& enter,
          const std::function<void(xmlNode*)>& leave) {
  for (xmlNode* node = root; node != nullptr;) {
    const bool below = enter(node);
    if (below && node->type == XML_ELEMENT_NODE && node->children != nullptr) {
      node = node->children;
      continue;
    }
    leave(node);
    while (node != root && node->next == nullptr) {
      node = node->parent;
      leave(node);
    }
    node = node == root ? nullptr : node->next;
  }
}

std::string text_below(xmlNode* node) {
  std::string text;
  walk(
      node,
      [&](xmlNode* at) {
        if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE)
          append_collapsed(text, view(at->content));
        return true;
      },
      [](xmlNode*) {});
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

void append_collapsed(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool no_break = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (no_break) ++i;
    if (no_break || text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r' ||
        text[i] == '\f') {
      if (!out.empty() && out.back() != ' ' && out.back() != '\n') out.push_back(' ');
    } else {
      out.push_back(text[i]);
    }
  }
}

}  // namespace mahdar
