#include "searcher/highlight/explanation.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "searcher/query/entity_concept.h"

namespace mahdar {
namespace {

/// A query's word or phrase as the analyzer reads it again.
struct QueryText {
  TokenStream tokens;
  std::vector<EntityMatch> names;  ///< of phrases
};

class Explainer {
 public:
  Explainer(const Article& article, const TokenStream& tokens, std::span<const MatchTarget> targets,
            const ExplanationContext& context)
      : article_(article), tokens_(tokens.tokens()), targets_(targets), context_(context) {
    for (const MatchTarget& target : targets) {
      QueryText text{context.analyzer.analyze(target.query_word), {}};
      if (target.kind == TargetKind::kPhrase) text.names = context.gazetteer.find(text.tokens);
      texts_.push_back(std::move(text));
    }
  }

  std::vector<MatchReason> run(std::span<const Mark> marks) {
    std::vector<MatchReason> reasons;
    for (std::size_t i = 0; i < marks.size(); ++i)
      if (!is_found_closer(marks, i)) reasons.push_back(reason_of(marks[i]));
    return reasons;
  }

 private:
  bool is_found_closer(std::span<const Mark> marks, std::size_t i) const {
    const Mark& mark = marks[i];
    const ByteRange& name = targets_[mark.target].query_range;
    if (targets_[mark.target].kind != TargetKind::kConcept) return false;
    for (; i > 0 && marks[i - 1].token == mark.token; --i) {
      const ByteRange& word = targets_[marks[i - 1].target].query_range;
      if (name.begin <= word.begin && word.end <= name.end) return true;
    }
    return false;
  }

  MatchReason reason_of(const Mark& mark) {
    const Token& token = tokens_[mark.token];
    const MatchTarget& target = targets_[mark.target];
    MatchReason reason;
    reason.query_word = query_word(mark);
    reason.text_word = token.surface;
    reason.step = step_name(mark.step);
    reason.range = {token.begin, token.end};
    reason.query_range = target.query_range;
    reason.in_title = token.end <= article_.title_end;
    reason.entity = target.entity;
    if (!target.typed.empty()) {
      reason.query_word = target.typed;
      reason.steps.push_back({"near", target.typed, target.query_word});
    }
    if (target.kind == TargetKind::kPhrase)
      reason.steps.push_back({"phrase", target.query_word, std::string(stretch(mark))});
    for (const ReasonStep& step : steps_of(mark, reason.entity)) {
      if (step.step == "name") take_name(mark, reason);
      reason.steps.push_back(step);
    }
    return reason;
  }

  /// Two spellings of one stem: the name they are of, where the query named it.
  void take_name(const Mark& mark, MatchReason& reason) const {
    reason.step = step_name(MatchStep::kAlias);
    const std::uint32_t at = targets_[mark.target].query_range.begin;
    for (const MatchTarget& other : targets_)
      if (other.kind == TargetKind::kConcept && other.query_range.begin <= at && at < other.query_range.end)
        reason.entity = other.entity;
  }

  /// The original words of a phrase's or name's occurrence.
  std::string_view stretch(const Mark& mark) const {
    return article_.slice({tokens_[mark.first].begin, tokens_[mark.first + mark.count - 1].end});
  }

  std::string query_word(const Mark& mark) const {
    const MatchTarget& target = targets_[mark.target];
    const TokenStream& words = texts_[mark.target].tokens;
    if (target.kind != TargetKind::kPhrase) return target.query_word;
    const std::size_t word = phrase_word(mark);
    if (word < words.size()) return std::string(words[word].surface);
    const EntityMatch* name = phrase_name(mark);
    if (name == nullptr) return target.query_word;
    return target.query_word.substr(name->range.begin, name->range.end - name->range.begin);
  }

  /// Which word of a phrase the token stands for; kNoWord where only a name as a whole tells.
  std::size_t phrase_word(const Mark& mark) const {
    if (mark.word != Mark::kNoWord) return mark.word;
    const auto& words = targets_[mark.target].words;
    const auto same = std::ranges::find(words, tokens_[mark.token].stem, &TargetWord::stem);
    return same == words.end() ? Mark::kNoWord : static_cast<std::size_t>(same - words.begin());
  }

  /// The name in a phrase of which another spelling has the token.
  const EntityMatch* phrase_name(const Mark& mark) const {
    for (const EntityMatch& match : texts_[mark.target].names)
      for (const std::string& name : match.entity->names) {
        const TokenStream words = context_.analyzer.analyze(name);
        if (std::ranges::find(words.tokens(), tokens_[mark.token].stem, &Token::stem) != words.tokens().end())
          return &match;
      }
    return nullptr;
  }

  /// Remembered by word of the query and of the text: articles repeat themselves.
  const std::vector<ReasonStep>& steps_of(const Mark& mark, std::string& entity) {
    const std::size_t word =
        targets_[mark.target].kind == TargetKind::kPhrase ? phrase_word(mark) : mark.word;
    const auto [known, is_new] =
        known_.try_emplace({mark.target, word, mark.step, tokens_[mark.token].surface});
    if (is_new) known->second = find_steps(mark, word);
    if (word == Mark::kNoWord && entity.empty())
      if (const EntityMatch* name = phrase_name(mark)) entity = concept_id(*name->entity);
    return known->second;
  }

  std::vector<ReasonStep> find_steps(const Mark& mark, std::size_t word) const {
    const Token& token = tokens_[mark.token];
    const MatchTarget& target = targets_[mark.target];
    const std::string text(token.surface);
    switch (mark.step) {
      case MatchStep::kFamily:
        return {{"family", target.words.front().stem, std::string(token.stem)}};
      case MatchStep::kNear:
        return {{"near", target.query_word, text}};
      case MatchStep::kPrefix:
        return with_clitics({{"wildcard", target.query_word + "*", text}}, token,
                            !token.folded.starts_with(target.words.front().folded));
      default:
        break;
    }
    if (target.kind == TargetKind::kConcept)
      return with_clitics(
          {{std::string(naming(target, token)), target.query_word, std::string(stretch(mark))}}, token,
          mark.token == mark.first);
    const TokenStream& words = texts_[mark.target].tokens;
    if (word >= words.size()) return {{"alias", query_word(mark), text}};
    return conflation(words[word].surface, token.surface);
  }

  std::vector<ReasonStep> conflation(std::string_view query, std::string_view text) const {
    const auto found = context_.analyzer.conflate(query, text);
    if (!found) return {{"stem", std::string(query), std::string(text)}};
    std::vector<ReasonStep> steps;
    for (const ConflationStep& step : *found)
      steps.push_back({std::string(conflation_name(step.kind)), step.query, step.text});
    if (steps.empty()) steps.push_back({"exact", std::string(query), std::string(text)});
    return steps;
  }

  std::vector<ReasonStep> with_clitics(std::vector<ReasonStep> steps, const Token& token,
                                       bool may_have) const {
    if (!may_have) return steps;
    for (const ReasonStep& step : conflation(token.stem, token.surface))
      if (step.step == "clitic") steps.push_back(step);
    return steps;
  }

  /// How a name of the query and one of the text belong together.
  std::string_view naming(const MatchTarget& target, const Token& token) const {
    const auto index = static_cast<std::size_t>(&target - targets_.data());
    const auto& words = texts_[index].tokens.tokens();
    if (words.empty() || words.front().kind != TokenKind::kLatin) return "alias";
    if (!is_listed(target)) return "transliteration";
    return token.kind == TokenKind::kLatin ? "alias" : "latin-name";
  }

  bool is_listed(const MatchTarget& target) const {
    const std::string wanted = context_.analyzer.fold(target.query_word);
    return std::ranges::any_of(context_.taxonomy.entities(), [&](const Entity& entity) {
      if (concept_id(entity) != target.entity) return false;
      return context_.analyzer.fold(entity.label_en) == wanted ||
             std::ranges::any_of(entity.names, [&](const std::string& name) {
               return context_.analyzer.fold(name) == wanted;
             });
    });
  }

  using Key = std::tuple<std::uint32_t, std::size_t, MatchStep, std::string_view>;

  const Article& article_;
  const std::vector<Token>& tokens_;
  std::span<const MatchTarget> targets_;
  const ExplanationContext& context_;
  std::vector<QueryText> texts_;  ///< by target
  std::map<Key, std::vector<ReasonStep>> known_;
};

}  // namespace

std::vector<MatchReason> explain_marks(const Article& article, const TokenStream& tokens,
                                       std::span<const Mark> marks, std::span<const MatchTarget> targets,
                                       const ExplanationContext& context) {
  return Explainer(article, tokens, targets, context).run(marks);
}

}  // namespace mahdar
