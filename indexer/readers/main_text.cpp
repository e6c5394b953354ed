#include <algorithm>
#include <array>
#include <map>

#include "indexer/readers/page_blocks.h"

namespace mahdar {
namespace {

constexpr double kLinky = 0.5;            ///< a block with more of it in links is a list of links
constexpr std::size_t kRunningText = 60;  ///< bytes from which a block counts as running text
constexpr int kLevels = 4;                ///< how far up a block's weight is felt

constexpr std::array<std::string_view, 7> kBodyClasses{"article-body", "articlebody", "entry-content",
                                                       "post-content", "story-body",  "article-content",
                                                       "article__body"};

bool is_marked_as_body(const xmlNode* node) {
  if (element_name(node) == "article" || attribute(node, "itemprop") == "articleBody") return true;
  const std::string classes = attribute(node, "class");
  return std::ranges::any_of(kBodyClasses,
                             [&](std::string_view name) { return classes.find(name) != std::string::npos; });
}

/// The element that holds the most running text, near elements before far ones.
const xmlNode* best_holder(const std::vector<PageBlock>& blocks) {
  std::map<const xmlNode*, double> scores;
  for (const PageBlock& block : blocks) {
    if (block.text.size() < kRunningText || block.link_density() > kLinky / 2) continue;
    double weight = static_cast<double>(block.text.size() - block.link_bytes);
    const xmlNode* node = block.holder;
    for (int level = 0; level < kLevels && node != nullptr && node->type == XML_ELEMENT_NODE; ++level) {
      scores[node] += weight;
      weight *= 0.6;
      node = node->parent;
    }
  }
  const xmlNode* best = nullptr;
  double best_score = 0;
  for (const PageBlock& block : blocks) {  // document order, so that equal scores give equal answers
    for (const xmlNode* node = block.holder; node != nullptr && node->type == XML_ELEMENT_NODE;
         node = node->parent) {
      const auto found = scores.find(node);
      if (found == scores.end()) break;
      const double score = found->second * (is_marked_as_body(node) ? 1.8 : 1.0);
      if (score > best_score) {
        best = node;
        best_score = score;
      }
    }
  }
  return best;
}

bool is_within(const xmlNode* node, const xmlNode* ancestor) {
  while (node != nullptr && node != ancestor) node = node->parent;
  return node != nullptr;
}

}  // namespace

std::string main_text(const HtmlDocument& page) {
  const std::vector<PageBlock> blocks = page_blocks(page);
  const xmlNode* holder = best_holder(blocks);
  std::string text;
  for (const PageBlock& block : blocks) {
    if (block.link_density() > kLinky || (holder != nullptr && !is_within(block.holder, holder))) continue;
    text += block.text;
    text += '\n';
  }
  return text;
}

}  // namespace mahdar
