#include "searcher/query/query_rewrite.h"

#include <algorithm>

namespace mahdar {
namespace {

bool is_text(const QueryNode& node) {
  return node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase;
}

void visit_wanted(QueryNode& node, const std::function<void(QueryNode&)>& visit) {
  if (node.kind == NodeKind::kNot) return;
  if (is_text(node)) visit(node);
  for (QueryNode& child : node.children) visit_wanted(child, visit);
}

/// The filter a node is, its exclusion included; null where it is none.
std::optional<Filter> as_filter(const QueryNode& node) {
  if (node.kind == NodeKind::kFilter) return node.filter;
  if (node.kind != NodeKind::kNot || node.children.front().kind != NodeKind::kFilter) return std::nullopt;
  Filter filter = node.children.front().filter;
  filter.negated = !filter.negated;
  return filter;
}

void take_from(QueryNode& node, std::vector<Filter>& filters) {
  std::erase_if(node.children, [&](QueryNode& child) {
    if (auto filter = as_filter(child)) {
      filters.push_back(std::move(*filter));
      return true;
    }
    if (child.kind != NodeKind::kSequence && child.kind != NodeKind::kAnd) return false;
    take_from(child, filters);
    return child.children.empty();
  });
}

}  // namespace

std::vector<Filter> take_filters(QueryNode& root) {
  std::vector<Filter> filters;
  take_from(root, filters);
  return filters;
}

void make_exact(QueryNode& root) {
  visit_wanted(root, [](QueryNode& leaf) {
    if (leaf.form == WordForm::kPlain) leaf.form = WordForm::kExact;
  });
}

bool make_inexact(QueryNode& root) {
  bool any = false;
  visit_wanted(root, [&](QueryNode& leaf) {
    if (leaf.form != WordForm::kExact) return;
    leaf.form = WordForm::kPlain;
    any = true;
  });
  return any;
}

std::vector<std::string> open_phrases(QueryNode& root) {
  std::vector<std::string> phrases;
  visit_wanted(root, [&](QueryNode& leaf) {
    if (leaf.kind != NodeKind::kPhrase) return;
    phrases.push_back(leaf.text);
    leaf.kind = NodeKind::kWord;
  });
  return phrases;
}

std::vector<QueryNode*> wanted_leaves(QueryNode& root) {
  std::vector<QueryNode*> leaves;
  visit_wanted(root, [&](QueryNode& leaf) { leaves.push_back(&leaf); });
  return leaves;
}

void remove_nodes(QueryNode& root, const std::function<bool(const QueryNode&)>& unwanted) {
  std::erase_if(root.children, [&](QueryNode& child) {
    if (unwanted(child)) return true;
    if (child.children.empty()) return false;
    remove_nodes(child, unwanted);
    return child.children.empty();
  });
}

}  // namespace mahdar
