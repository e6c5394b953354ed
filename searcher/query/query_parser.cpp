#include "searcher/query/query_parser.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "searcher/query/field_scope.h"
#include "searcher/query/query_caps.h"
#include "searcher/query/query_lexer.h"
#include "searcher/query/spoken_operators.h"

namespace mahdar {
namespace {

QueryNode branch(NodeKind kind, std::vector<QueryNode> children) {
  QueryNode node;
  node.kind = kind;
  node.range = {children.front().range.begin, children.back().range.end};
  node.children = std::move(children);
  return node;
}

/// A branch of one child is that child.
QueryNode simplified(NodeKind kind, std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  return branch(kind, std::move(children));
}

class Parser {
 public:
  Parser(std::string_view text, const Taxonomy& taxonomy, MatchMode mode) : taxonomy_(taxonomy), mode_(mode) {
    Lexemes lexemes = lex_query(text);
    list_ = std::move(lexemes.list);
    diagnostics_ = std::move(lexemes.diagnostics);
    drop_loose_bars(list_, mode);
    std::ranges::move(spoken_operators(list_, mode), std::back_inserter(diagnostics_));
  }

  ParsedQuery run() {
    std::vector<QueryNode> parts;
    while (at_ < list_.size()) {
      if (auto node = parse_or(0)) parts.push_back(std::move(*node));
      if (at_ < list_.size() && list_[at_].kind == LexemeKind::kClose) {
        report("unbalanced-parenthesis", "a parenthesis is closed that was never opened; it was ignored",
               "قوس مغلق بلا فتح، فأُهمل", list_[at_].range);
        ++at_;
      }
    }
    if (mode_ == MatchMode::kAll) drop_inner_ors(parts);
    ParsedQuery parsed;
    if (parts.size() == 1 && parts.front().kind == NodeKind::kSequence) {
      parsed.root = std::move(parts.front());
    } else if (!parts.empty()) {
      parsed.root = branch(NodeKind::kSequence, std::move(parts));
    }
    parsed.diagnostics = std::move(diagnostics_);
    return parsed;
  }

 private:
  using MaybeNode = std::optional<QueryNode>;

  bool next_is(LexemeKind kind) const { return at_ < list_.size() && list_[at_].kind == kind; }

  void report(std::string code, std::string message, std::string message_ar, ByteRange range) {
    diagnostics_.push_back(
        {std::move(code), std::move(message), std::move(message_ar), range.begin, range.end});
  }

  void report_once(bool& reported, std::string code, std::string message, std::string message_ar,
                   ByteRange range) {
    if (!std::exchange(reported, true))
      report(std::move(code), std::move(message), std::move(message_ar), range);
  }

  void report_dangling() {
    report("dangling-operator", "an operator has nothing beside it; it was ignored",
           "عامل منطقي بلا طرف، فأُهمل", list_[at_ - 1].range);
  }

  MaybeNode parse_or(std::size_t depth) { return parse_chain(LexemeKind::kOr, NodeKind::kOr, depth); }

  MaybeNode parse_operand(LexemeKind separator, std::size_t depth) {
    return separator == LexemeKind::kOr ? parse_chain(LexemeKind::kAnd, NodeKind::kAnd, depth)
                                        : parse_sequence(depth);
  }

  MaybeNode parse_chain(LexemeKind separator, NodeKind kind, std::size_t depth) {
    std::vector<QueryNode> operands;
    if (auto first = parse_operand(separator, depth)) operands.push_back(std::move(*first));
    while (next_is(separator)) {
      ++at_;
      const bool had_left = !operands.empty();
      auto operand = parse_operand(separator, depth);
      if (!had_left || !operand) report_dangling();
      if (operand) operands.push_back(std::move(*operand));
    }
    if (operands.empty()) return std::nullopt;
    return simplified(kind, std::move(operands));
  }

  MaybeNode parse_sequence(std::size_t depth) {
    std::vector<QueryNode> parts;
    while (at_ < list_.size()) {
      const LexemeKind kind = list_[at_].kind;
      if (kind == LexemeKind::kAnd || kind == LexemeKind::kOr) break;
      if (kind == LexemeKind::kClose) {
        if (ignored_ == 0) break;
        --ignored_;
        ++at_;
        continue;
      }
      if (kind == LexemeKind::kEither) {
        if (auto part = word(list_[at_++])) parts.push_back(std::move(*part));
      } else if (auto part = parse_unary(depth)) {
        parts.push_back(std::move(*part));
      }
    }
    if (mode_ == MatchMode::kAll) drop_inner_ors(parts);
    if (parts.empty()) return std::nullopt;
    return simplified(NodeKind::kSequence, std::move(parts));
  }

  MaybeNode parse_unary(std::size_t depth) {
    bool negated = false;
    const std::uint32_t begin = list_[at_].range.begin;
    while (next_is(LexemeKind::kNot)) {
      negated = !negated;
      ++at_;
    }
    if (at_ == list_.size() || next_is(LexemeKind::kAnd) || next_is(LexemeKind::kOr) ||
        next_is(LexemeKind::kClose)) {
      report_dangling();
      return std::nullopt;
    }
    auto operand = parse_either(depth);
    return operand && negated ? negation(std::move(*operand), begin) : operand;
  }

  static QueryNode negation(QueryNode operand, std::uint32_t begin) {
    if (operand.kind == NodeKind::kNot) return std::move(operand.children.front());
    std::vector<QueryNode> child;
    child.push_back(std::move(operand));
    QueryNode node = branch(NodeKind::kNot, std::move(child));
    node.range.begin = begin;
    return node;
  }

  MaybeNode parse_either(std::size_t depth) {
    std::vector<QueryNode> operands;
    if (auto first = parse_primary(depth)) operands.push_back(std::move(*first));
    while (const std::size_t next = operand_behind_either()) {
      const std::uint32_t begin = list_[next].range.begin;
      bool negated = false;
      for (at_ = next; next_is(LexemeKind::kNot); ++at_) negated = !negated;
      auto operand = parse_primary(depth);
      if (!operand) continue;
      operands.push_back(negated ? negation(std::move(*operand), begin) : std::move(*operand));
    }
    if (operands.empty()) return std::nullopt;
    return simplified(NodeKind::kOr, std::move(operands));
  }

  /// Where the next operand of an "أو" stands here; 0 where there is none.
  std::size_t operand_behind_either() const {
    if (mode_ == MatchMode::kAny || !next_is(LexemeKind::kEither)) return 0;
    std::size_t next = at_;
    while (next < list_.size() && list_[next].kind == LexemeKind::kEither) ++next;
    std::size_t operand = next;
    while (operand < list_.size() && list_[operand].kind == LexemeKind::kNot) ++operand;
    if (operand == list_.size()) return 0;
    const LexemeKind kind = list_[operand].kind;
    const bool is_operand = kind == LexemeKind::kWord || kind == LexemeKind::kPhrase ||
                            kind == LexemeKind::kOpen || kind == LexemeKind::kField;
    return is_operand ? next : 0;
  }

  MaybeNode parse_primary(std::size_t depth) {
    const Lexeme& lexeme = list_[at_++];
    switch (lexeme.kind) {
      case LexemeKind::kOpen:
        return parse_group(lexeme, depth);
      case LexemeKind::kField:
        return parse_field(lexeme, depth);
      case LexemeKind::kWord:
      case LexemeKind::kEither:
        return word(lexeme);
      case LexemeKind::kPhrase:
        return phrase(lexeme);
      default:
        return std::nullopt;
    }
  }

  MaybeNode parse_group(const Lexeme& open, std::size_t depth) {
    if (depth + 1 >= query_caps::kDepth) {
      report_once(too_deep_, "too-deep", "parentheses are nested too deeply; the inner ones were ignored",
                  "الأقواس متداخلة بإفراط، فأُهملت الداخلية منها", open.range);
      ++ignored_;
      return std::nullopt;
    }
    const std::size_t outer_ignored = std::exchange(ignored_, 0);
    auto node = parse_or(depth + 1);
    ignored_ = outer_ignored;
    if (next_is(LexemeKind::kClose)) {
      ++at_;
    } else {
      report("unbalanced-parenthesis", "a parenthesis is never closed; it was taken to close at the end",
             "قوس غير مغلق، فعُدّ مغلقًا في النهاية", open.range);
    }
    return node;
  }

  MaybeNode parse_field(const Lexeme& field, std::size_t depth) {
    if (at_ == list_.size()) return std::nullopt;
    while (next_is(LexemeKind::kNot) || next_is(LexemeKind::kField)) ++at_;
    if (at_ == list_.size() || next_is(LexemeKind::kAnd) || next_is(LexemeKind::kOr) ||
        next_is(LexemeKind::kClose))
      return std::nullopt;
    auto node = parse_primary(depth);
    if (!node) return node;
    if (!put_under_field(*node, field.field, {taxonomy_, mode_, diagnostics_})) return std::nullopt;
    node->range.begin = field.range.begin;
    return node;
  }

  bool within_word_cap(ByteRange range) {
    if (words_ < query_caps::kWords) {
      ++words_;
      return true;
    }
    report_once(too_many_, "too-many-words", "the query has more than 64 words; the rest were ignored",
                "في الاستعلام أكثر من 64 كلمة، فأُهملت البقية", range);
    return false;
  }

  MaybeNode word(const Lexeme& lexeme) {
    const bool bar = lexeme.text.empty();
    if (bar || !within_word_cap(lexeme.range)) return std::nullopt;
    QueryNode node;
    node.kind = NodeKind::kWord;
    node.text = lexeme.text;
    node.form = lexeme.form;
    node.range = lexeme.range;
    const bool expands = node.form == WordForm::kPrefix || node.form == WordForm::kNear;
    if (expands && ++wildcards_ > query_caps::kWildcards) {
      report_once(too_wild_, "too-many-wildcards",
                  "more than 8 words with '*' or '~'; the rest were searched as typed",
                  "أكثر من 8 كلمات بعلامة * أو ~، فجرى البحث عن البقية كما كُتبت", lexeme.range);
      node.form = WordForm::kPlain;
    }
    return node;
  }

  MaybeNode phrase(const Lexeme& lexeme) {
    if (lexeme.text.find_first_not_of(' ') == std::string::npos || !within_word_cap(lexeme.range))
      return std::nullopt;
    QueryNode node;
    node.kind = NodeKind::kPhrase;
    node.text = lexeme.text;
    node.form = lexeme.form;
    node.range = lexeme.range;
    return node;
  }

  const Taxonomy& taxonomy_;
  MatchMode mode_;
  std::vector<Lexeme> list_;
  std::vector<Diagnostic> diagnostics_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  std::size_t wildcards_ = 0;
  std::size_t ignored_ = 0;  ///< opening parentheses beyond the depth cap
  bool too_deep_ = false;
  bool too_many_ = false;
  bool too_wild_ = false;
};

}  // namespace

ParsedQuery parse_query(std::string_view text, const Taxonomy& taxonomy, MatchMode mode) {
  return Parser(text, taxonomy, mode).run();
}

}  // namespace mahdar
