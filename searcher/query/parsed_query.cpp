#include "searcher/query/parsed_query.h"

#include <algorithm>
#include <string_view>

namespace mahdar {
namespace {

void append(std::string& out, const QueryNode& node);

void append_word(std::string& out, const QueryNode& word) {
  if (word.form == WordForm::kExact) out += '=';
  out += word.text;
  if (word.form == WordForm::kPrefix) out += '*';
  if (word.form == WordForm::kNear || word.form == WordForm::kClosest) out += '~';
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  out += text;
  out += '"';
}

constexpr bool is_id_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ',';
}

std::string filter_values(const Filter& filter) {
  std::string values;
  if (filter.field == Field::kDate && !filter.values.empty()) {
    values = filter.values.front();
    if (filter.values.back() != values) values.append("..").append(filter.values.back());
    return values;
  }
  for (const auto& value : filter.values) {
    if (!values.empty()) values += ',';
    values += value;
  }
  return values;
}

void append_filter(std::string& out, const Filter& filter) {
  out += row(filter.field).name;
  out += ':';
  const std::string values = filter_values(filter);
  // Names of sources beyond the taxonomy are any text at all.
  const bool any_text = filter.field == Field::kSource &&
                        (values.starts_with('-') || !std::ranges::all_of(values, is_id_letter));
  if (any_text) {
    append_quoted(out, values);
  } else {
    out += values;
  }
}

void append_leaf(std::string& out, const QueryNode& leaf) {
  if (leaf.kind == NodeKind::kFilter) return append_filter(out, leaf.filter);
  if (leaf.title) out += "title:";
  if (leaf.kind == NodeKind::kWord) return append_word(out, leaf);
  if (leaf.form == WordForm::kExact) out += '=';
  append_quoted(out, leaf.text);
}

void append_group(std::string& out, const QueryNode& node) {
  out += '(';
  append(out, node);
  out += ')';
}

void append_children(std::string& out, const QueryNode& node, std::string_view separator) {
  bool first = true;
  for (const auto& child : node.children) {
    if (!first) out += separator;
    first = false;
    const bool bare = child.is_leaf() || child.kind == NodeKind::kNot || node.children.size() == 1;
    bare ? append(out, child) : append_group(out, child);
  }
}

void append(std::string& out, const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kSequence:
      return append_children(out, node, " ");
    case NodeKind::kAnd:
      return append_children(out, node, " AND ");
    case NodeKind::kOr:
      return append_children(out, node, " OR ");
    case NodeKind::kNot: {
      out += '-';
      const QueryNode& child = node.children.front();
      return child.is_leaf() ? append_leaf(out, child) : append_group(out, child);
    }
    default:
      return append_leaf(out, node);
  }
}

}  // namespace

std::string to_text(const QueryNode& node) {
  std::string text;
  append(text, node);
  return text;
}

bool same_query(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.text == b.text && a.form == b.form && a.title == b.title &&
         a.filter == b.filter && std::ranges::equal(a.children, b.children, same_query);
}

}  // namespace mahdar
