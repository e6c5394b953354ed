#include "searcher/query/query_builder.h"

#include <algorithm>
#include <optional>

#include "searcher/query/phrase_query.h"
#include "searcher/query/word_query.h"

namespace mahdar {
namespace {

using Query = MatchQuery;
using Op = Query::Op;
using MaybeQuery = std::optional<Query>;  ///< none: the part asks nothing

class Builder {
 public:
  Builder(MatchMode mode, bool keep_stop_words, const QueryContext& context)
      : mode_(mode),
        context_(context),
        words_(context, mode, keep_stop_words, built_),
        phrases_(context, built_) {}

  MaybeQuery build(const QueryNode& node) {
    switch (node.kind) {
      case NodeKind::kWord:
      case NodeKind::kPhrase:
        return leaf(node);
      case NodeKind::kFilter:
        return Query::scaled(filter_query(node.filter), 0);
      case NodeKind::kSequence:
        return conjunction(node, mode_);
      case NodeKind::kAnd:
        return conjunction(node, MatchMode::kAll);
      case NodeKind::kOr:
        return disjunction(node);
      case NodeKind::kNot:
        return excluding(std::nullopt, {node.children.front()});
    }
    return std::nullopt;
  }

  BuiltQuery take(MaybeQuery query) {
    built_.asks = query.has_value();
    built_.query = query ? std::move(*query) : Query();
    return std::move(built_);
  }

  bool dropped_stop_words() const { return words_.dropped_stop_words(); }
  bool ranked() const { return built_.ranked; }

 private:
  MaybeQuery leaf(const QueryNode& node) {
    if (node.kind == NodeKind::kPhrase) return phrases_.build(node);
    if (node.title || node.form != WordForm::kPlain) return words_.build_special(node);
    auto parts = words_.build_run({&node, 1});
    return combined(Op::kAnd, std::move(parts));
  }

  static MaybeQuery combined(Op op, std::vector<Query> parts) {
    if (parts.empty()) return std::nullopt;
    return Query(op, std::move(parts));
  }

  /// Children side by side: words by the mode, filters always required, negated ones always excluded.
  MaybeQuery conjunction(const QueryNode& node, MatchMode mode) {
    std::vector<Query> wanted;
    std::vector<Query> required;
    std::vector<QueryNode> unwanted;
    const auto& children = node.children;
    for (std::size_t i = 0; i < children.size(); ++i) {
      const QueryNode& child = children[i];
      if (is_plain_word(child)) {
        std::size_t end = i + 1;
        while (node.kind == NodeKind::kSequence && end < children.size() && is_plain_word(children[end]))
          ++end;
        auto run = words_.build_run({&child, end - i});
        wanted.insert(wanted.end(), run.begin(), run.end());
        i = end - 1;
      } else if (child.kind == NodeKind::kNot) {
        unwanted.push_back(child.children.front());
      } else if (auto query = build(child)) {
        if (mode == MatchMode::kAny && children.size() > 1 && is_quotation(child)) add_words(child, wanted);
        (child.kind == NodeKind::kFilter ? required : wanted).push_back(std::move(*query));
      }
    }
    MaybeQuery query = combined(mode == MatchMode::kAny ? Op::kOr : Op::kAnd, std::move(wanted));
    if (!required.empty()) {
      const Query filter(Op::kAnd, std::move(required));
      query = query ? Query(Op::kFilter, {*query, filter}) : Query::scaled(filter, 0);
    }
    return excluding(std::move(query), unwanted);
  }

  MaybeQuery disjunction(const QueryNode& node) {
    std::vector<Query> parts;
    for (const QueryNode& child : node.children)
      if (auto query = build(child)) parts.push_back(std::move(*query));
    return combined(Op::kOr, std::move(parts));
  }

  /// What is excluded is built without leaving a trace in the targets.
  MaybeQuery excluding(MaybeQuery query, const std::vector<QueryNode>& unwanted) {
    if (unwanted.empty()) return query;
    const std::size_t targets = built_.targets.size();
    const bool ranked = built_.ranked;
    std::vector<Query> parts;
    const bool read = words_.read_matters(false);
    for (const QueryNode& node : unwanted)
      if (auto part = build(node)) parts.push_back(std::move(*part));
    words_.read_matters(read);
    built_.targets.resize(targets);
    built_.ranked = ranked;
    if (parts.empty()) return query;
    return Query(Op::kAndNot, {query ? *query : Query(), *combined(Op::kOr, std::move(parts))});
  }

  /// Among other words of which any suffices, a quotation is more words that belong together.
  void add_words(const QueryNode& quotation, std::vector<Query>& wanted) {
    QueryNode words = quotation;
    words.kind = NodeKind::kWord;
    auto run = words_.build_run({&words, 1});
    wanted.insert(wanted.end(), run.begin(), run.end());
  }

  static bool is_quotation(const QueryNode& node) {
    return node.kind == NodeKind::kPhrase && node.form == WordForm::kPlain && !node.title;
  }

  static bool is_plain_word(const QueryNode& node) {
    return node.kind == NodeKind::kWord && node.form == WordForm::kPlain && !node.title;
  }

  MatchMode mode_;
  const QueryContext& context_;
  BuiltQuery built_;
  WordQueries words_;
  PhraseQueries phrases_;
};

}  // namespace

BuiltQuery build_query(const QueryNode& root, MatchMode mode, const QueryContext& context) {
  Builder builder(mode, false, context);
  auto query = builder.build(root);
  if (builder.ranked() || !builder.dropped_stop_words()) return builder.take(std::move(query));
  Builder with_stop_words(mode, true, context);
  query = with_stop_words.build(root);
  return with_stop_words.take(std::move(query));
}

}  // namespace mahdar
