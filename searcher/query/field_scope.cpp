#include "searcher/query/field_scope.h"

#include <algorithm>
#include <string>
#include <utility>

#include "searcher/query/filter_values.h"
#include "searcher/query/query_lexer.h"
#include "searcher/query/spoken_operators.h"

namespace mahdar {
namespace {

/// A value nobody knows as plain words: what was syntax in it is none any more.
void become_literal(QueryNode& node) {
  node.kind = NodeKind::kSequence;
  node.form = WordForm::kPlain;
  node.title = false;
  for (std::string& text : literal_words(std::exchange(node.text, {}))) {
    QueryNode word;
    word.kind = NodeKind::kWord;
    word.text = std::move(text);
    word.range = node.range;
    node.children.push_back(std::move(word));
  }
  if (node.children.size() == 1) {
    QueryNode only = std::move(node.children.front());
    node = std::move(only);
  }
}

bool become_filter(QueryNode& node, Field field, const std::string& value, FieldReading reading) {
  auto filter = parse_filter(field, value, reading.taxonomy);
  if (!filter) {
    const FieldRow& named = row(field);
    reading.diagnostics.push_back(
        {"unknown-value",
         filter.error().message + "; it was searched as text (" + filter.error().remedy + ")",
         "«" + value + "» ليست قيمة معروفة لحقل «" + std::string(named.name_ar) + "»، فجرى البحث عنها نصًّا",
         node.range.begin, node.range.end});
    if (node.is_leaf()) become_literal(node);
    return false;
  }
  node.kind = NodeKind::kFilter;
  node.text.clear();
  node.title = false;
  node.form = WordForm::kPlain;
  node.filter = std::move(*filter);
  return true;
}

void apply_field(QueryNode& node, Field field, FieldReading reading) {
  if (node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase) {
    if (field == Field::kTitle) {
      node.title = true;
    } else {
      become_filter(node, field, node.text, reading);
    }
    return;
  }
  const bool one_value = field != Field::kTitle && node.kind == NodeKind::kSequence &&
                         std::ranges::all_of(node.children, [](const QueryNode& child) {
                           return child.kind == NodeKind::kWord && child.form == WordForm::kPlain;
                         });
  if (one_value) {
    std::string value;
    for (const QueryNode& child : node.children) value += (value.empty() ? "" : " ") + child.text;
    if (become_filter(node, field, value, reading)) node.children.clear();
    return;
  }
  for (QueryNode& child : node.children) apply_field(child, field, reading);
}

/// Drops branches that say nothing; whether anything is left.
bool prune(QueryNode& node, MatchMode mode) {
  if (node.is_leaf()) return true;
  std::erase_if(node.children, [mode](QueryNode& child) { return !prune(child, mode); });
  if (node.kind == NodeKind::kSequence && mode == MatchMode::kAll) drop_inner_ors(node.children);
  if (node.children.size() == 1 && node.kind != NodeKind::kNot) {
    QueryNode only = std::move(node.children.front());
    node = std::move(only);
  }
  return node.is_leaf() || !node.children.empty();
}

}  // namespace

bool put_under_field(QueryNode& node, Field field, FieldReading reading) {
  apply_field(node, field, reading);
  return prune(node, reading.mode);
}

}  // namespace mahdar
