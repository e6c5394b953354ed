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

/// A phrase's words as a sequence, each with a range of its own.
QueryNode words_of(const QueryNode& phrase) {
  QueryNode sequence;
  sequence.range = phrase.range;
  for (std::size_t begin = 0; begin < phrase.text.size();) {
    const std::size_t end = std::min(phrase.text.find(' ', begin), phrase.text.size());
    if (end > begin) {
      QueryNode word;
      word.kind = NodeKind::kWord;
      word.text = phrase.text.substr(begin, end - begin);
      word.title = phrase.title;
      word.range = {phrase.range.begin + static_cast<std::uint32_t>(begin),
                    phrase.range.begin + static_cast<std::uint32_t>(end)};
      sequence.children.push_back(std::move(word));
    }
    begin = end + 1;
  }
  return sequence;
}

/// The filter a node is, its exclusion included; null where it is none.
std::optional<Filter> as_filter(const QueryNode& node) {
  if (node.kind == NodeKind::kFilter) return node.filter;
  if (node.kind != NodeKind::kNot || node.children.front().kind != NodeKind::kFilter) return std::nullopt;
  Filter filter = node.children.front().filter;
  filter.negated = !filter.negated;
  return filter;
}

/// Adds a filter to those of its sequence, from `first` on: side by side, values of one facet are
/// alternatives.
void add_filter(std::vector<Filter>& filters, std::size_t first, bool side_by_side, Filter&& filter) {
  const bool joins = side_by_side && !filter.negated && filter.field != Field::kDate;
  for (std::size_t i = first; joins && i < filters.size(); ++i) {
    if (filters[i].field != filter.field || filters[i].negated) continue;
    filters[i].values.insert(filters[i].values.end(), filter.values.begin(), filter.values.end());
    return;
  }
  filters.push_back(std::move(filter));
}

void take_from(QueryNode& node, std::vector<Filter>& filters) {
  const std::size_t first = filters.size();
  std::erase_if(node.children, [&](QueryNode& child) {
    if (auto filter = as_filter(child)) {
      add_filter(filters, first, node.kind == NodeKind::kSequence, std::move(*filter));
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

bool change_form(QueryNode& root, WordForm from, WordForm to) {
  bool any = false;
  visit_wanted(root, [&](QueryNode& leaf) {
    if (leaf.form != from) return;
    leaf.form = to;
    any = true;
  });
  return any;
}

std::vector<std::string> open_phrases(QueryNode& root) {
  std::vector<std::string> phrases;
  visit_wanted(root, [&](QueryNode& leaf) {
    if (leaf.kind != NodeKind::kPhrase) return;
    phrases.push_back(leaf.text);
    leaf = words_of(leaf);
  });
  return phrases;
}

bool open_titles(QueryNode& root) {
  bool any = false;
  visit_wanted(root, [&](QueryNode& leaf) {
    any |= leaf.title;
    leaf.title = false;
  });
  return any;
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
