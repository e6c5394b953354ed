#include "searcher/query/parsed_query.h"

#include <algorithm>

namespace mahdar {
namespace {

std::string word_text(const QueryNode& node) {
  switch (node.form) {
    case WordForm::kPlain:
      return node.text;
    case WordForm::kExact:
      return "=" + node.text;
    case WordForm::kPrefix:
      return node.text + "*";
    case WordForm::kNear:
      return node.text + "~";
  }
  return node.text;
}

constexpr bool is_id_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ',';
}

std::string filter_text(const Filter& filter) {
  std::string text(row(filter.field).name);
  text += ':';
  std::string values;
  if (filter.field == Field::kDate) {
    values =
        filter.values[0] == filter.values[1] ? filter.values[0] : filter.values[0] + ".." + filter.values[1];
  } else {
    for (const auto& value : filter.values) values += (values.empty() ? "" : ",") + value;
  }
  // Names of sources beyond the taxonomy are any text at all.
  const bool quoted = filter.field == Field::kSource &&
                      (values.starts_with('-') || !std::ranges::all_of(values, is_id_letter));
  return text + (quoted ? "\"" + values + "\"" : values);
}

std::string leaf_text(const QueryNode& node) {
  if (node.kind == NodeKind::kFilter) return filter_text(node.filter);
  const std::string title = node.title ? "title:" : "";
  if (node.kind == NodeKind::kWord) return title + word_text(node);
  return title + (node.form == WordForm::kExact ? "=\"" : "\"") + node.text + "\"";
}

std::string joined(const QueryNode& node, std::string_view separator) {
  std::string text;
  for (const auto& child : node.children) {
    if (!text.empty()) text += separator;
    const bool bare = child.is_leaf() || child.kind == NodeKind::kNot || node.children.size() == 1;
    text += bare ? to_text(child) : "(" + to_text(child) + ")";
  }
  return text;
}

}  // namespace

std::string to_text(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kSequence:
      return joined(node, " ");
    case NodeKind::kAnd:
      return joined(node, " AND ");
    case NodeKind::kOr:
      return joined(node, " OR ");
    case NodeKind::kNot: {
      const QueryNode& child = node.children.front();
      return child.is_leaf() ? "-" + to_text(child) : "-(" + to_text(child) + ")";
    }
    default:
      return leaf_text(node);
  }
}

bool same_query(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.text == b.text && a.form == b.form && a.title == b.title &&
         a.filter == b.filter && std::ranges::equal(a.children, b.children, same_query);
}

}  // namespace mahdar
