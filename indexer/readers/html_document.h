#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <libxml/tree.h>

namespace mahdar {

/// A parsed page. The text of its nodes is UTF-8.
class HtmlDocument {
 public:
  /// Never fails: what cannot be parsed gives an empty page. Tags longer than limits::kTagBytes are dropped
  /// first, and nesting beyond limits::kHtmlDepth is flattened. No network, no external entities.
  explicit HtmlDocument(std::string_view utf8);

  /// The `html` element; null for an empty page.
  xmlNode* root() const;

 private:
  std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document_;
};

/// Lower-case name of an element; empty for other nodes.
std::string_view element_name(const xmlNode* node);

/// Value of an attribute, or empty.
std::string attribute(const xmlNode* node, const char* name);

/// Visits a node and everything below it in document order, without recursion. `enter` says whether to go
/// below the node; `leave` follows when all below is done (also where nothing is).
void walk(xmlNode* root, const std::function<bool(xmlNode*)>& enter,
          const std::function<void(xmlNode*)>& leave);

/// All text below a node, white space collapsed to single spaces.
std::string text_below(xmlNode* node);

/// Adds `text` with runs of white space (also no-break spaces) as one space.
void append_collapsed(std::string& out, std::string_view text);

}  // namespace mahdar
