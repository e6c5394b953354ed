#include "searcher/query/word_query.h"

#include <algorithm>
#include <string>

#include "schema/field.h"
#include "searcher/query/entity_concept.h"
#include "searcher/query/exact_phrase.h"
#include "searcher/query/exact_word.h"
#include "searcher/query/named_matter.h"
#include "searcher/query/near_spellings.h"
#include "searcher/query/ranking.h"
#include "searcher/query/stem_family.h"
#include "searcher/query/wildcard_query.h"

namespace mahdar {
namespace {

using Query = MatchQuery;
using Op = Query::Op;

Query term(std::string_view stream, std::string_view word) {
  return Query(make_term(stream, word));
}

Query scaled(Query query, double by) {
  return Query::scaled(std::move(query), by);
}

TargetWord forms(const Token& token) {
  return {std::string(token.exact), std::string(token.folded), std::string(token.stem)};
}

/// The entities a stretch of tokens names, by its first token. Forms that only hint at one are no aliases,
/// except in Latin letters (Kremlin, Russian), which Arabic articles hardly have.
std::vector<EntityMatch> names_at(const std::vector<EntityMatch>& entities, const TokenStream& tokens,
                                  std::size_t first) {
  std::vector<EntityMatch> names;
  const bool hints = tokens[first].kind == TokenKind::kLatin;
  for (const EntityMatch& match : entities)
    if (match.first_token == first && (hints || match.form == FormKind::kName)) names.push_back(match);
  return names;
}

}  // namespace

Query concept_query(const Entity& entity) {
  return term(prefix::kConcept, concept_id(entity));
}

void WordQueries::add_target(const QueryNode& word, const Token& token, bool only_token) {
  built_.targets.push_back({.kind = TargetKind::kWord,
                            .query_word = only_token ? word.text : std::string(token.surface),
                            .typed = word.typed,
                            .query_range = word.range,
                            .exact = word.form == WordForm::kExact,
                            .title = word.title,
                            .words = {forms(token)},
                            .alternatives = {},
                            .near = {},
                            .entity = {},
                            .folded = word.form == WordForm::kFolded});
  built_.ranked = true;
}

Query WordQueries::stem_query(const Token& token, std::span<const EntityMatch> names) const {
  std::vector<Query> ways{scaled(term(prefix::kStem, token.stem), ranking::kStem)};
  for (const EntityMatch& name : names)
    ways.push_back(scaled(concept_query(*name.entity), ranking::kConcept));
  return {Op::kMax, std::move(ways)};
}

/// A word in all its streams. Where every word must occur, its stem or its name decides and the rest only
/// adds to the score; where any may, so may its family.
Query WordQueries::word_query(const Token& token, std::span<const EntityMatch> names) {
  const Query stem = stem_query(token, names);
  const std::vector<std::string> family = family_of(context_.database, token.stem);
  std::vector<Query> more{scaled(family_query(token.stem, family), ranking::kFamily)};
  const std::string folded = make_term(prefix::kFolded, token.folded);
  if (context_.database.term_exists(folded)) more.push_back(scaled(Query(folded), ranking::kFolded));
  if (mode_ == MatchMode::kAny) {
    for (MatchTarget& target : built_.targets)
      if (target.kind == TargetKind::kWord && target.words.front().stem == token.stem) target.family = family;
    more.push_back(stem);
    return {Op::kOr, std::move(more)};
  }
  return {Op::kAndMaybe, {stem, Query(Op::kOr, std::move(more))}};
}

/// A name of several words: the words, or the entity under any other spelling.
Query WordQueries::name_query(std::span<const Token> tokens, std::span<const EntityMatch> names) {
  std::vector<Query> words;
  for (const Token& token : tokens)
    if (!token.stop || keep_stop_words_) words.push_back(word_query(token, {}));
  std::vector<Query> ways;
  if (mode_ == MatchMode::kAny) {
    ways = std::move(words);
  } else if (!words.empty()) {
    ways.emplace_back(Op::kAnd, std::move(words));
  }
  for (const EntityMatch& name : names)
    ways.push_back(
        scaled(concept_query(*name.entity), ranking::kConcept * static_cast<double>(tokens.size())));
  return {mode_ == MatchMode::kAny ? Op::kOr : Op::kMax, std::move(ways)};
}

std::vector<Query> WordQueries::build_run(std::span<const QueryNode> words) {
  const WordRun run(words, context_);
  std::vector<Query> queries;
  std::size_t next = 0;
  if (read_matters_) {
    for (const NamedMatter& matter : named_matters(run, context_)) {
      next = add_words(run, next, matter.first, queries);
      if (next > matter.first) continue;  // a name runs into it
      std::vector<Query> naming;
      next = add_words(run, next, matter.end, naming);
      queries.push_back(matter_query(matter, mode_, std::move(naming)));
      built_.diagnostics.push_back(matter.note);
    }
  }
  add_words(run, next, run.stream.size(), queries);
  return queries;
}

/// Adds the queries of tokens up to `until`, or to the end of a name that goes on behind it, which it
/// returns.
std::size_t WordQueries::add_words(const WordRun& run, std::size_t from, std::size_t until,
                                   std::vector<Query>& queries) {
  const auto& tokens = run.stream.tokens();
  for (std::size_t i = from; i < until;) {
    const auto names = names_at(run.entities, run.stream, i);
    const std::size_t count = names.empty() ? 1 : std::max<std::size_t>(names.front().token_count, 1);
    for (const EntityMatch& name : names)
      built_.targets.push_back(
          {.kind = TargetKind::kConcept,
           .query_word = run.text.substr(name.range.begin, name.range.end - name.range.begin),
           .query_range = run.range(i, i + count - 1),
           .exact = false,
           .title = false,
           .words = {},
           .alternatives = {},
           .near = {},
           .entity = std::string(concept_id(*name.entity))});
    for (std::size_t k = i; k < i + count; ++k) {
      const QueryNode& word = run.word_of(k);
      const bool dropped = tokens[k].stop && !keep_stop_words_;
      if (dropped && count == 1 && names.empty()) dropped_stop_words_ = true;
      if (!dropped) add_target(word, tokens[k], tokens[k].surface == word.text);
    }
    if (count > 1) {
      queries.push_back(name_query(std::span(&tokens[i], count), names));
    } else if (!tokens[i].stop || keep_stop_words_ || !names.empty()) {
      queries.push_back(word_query(tokens[i], names));
    }
    if (!names.empty()) built_.ranked = true;
    from = i += count;
  }
  return from;
}

std::optional<Query> WordQueries::build_special(const QueryNode& word) {
  const TokenStream tokens = context_.analyzer.analyze(word.text);
  const bool is_near = word.form == WordForm::kNear || word.form == WordForm::kClosest;
  const bool glued_form = word.form == WordForm::kPrefix || is_near;
  if (glued_form && tokens.size() > 1) return glued(word, tokens);
  if (word.form == WordForm::kPrefix) return wildcard_query(word, context_, built_);
  if (tokens.size() == 0) return std::nullopt;
  if (word.form == WordForm::kExact || word.form == WordForm::kFolded) return spelled(word, tokens);
  if (is_near) return near(word, tokens);
  if (word.form == WordForm::kStem) return inflected(word, tokens);
  if (word.title) return titled(word, tokens);
  auto parts = build_run({&word, 1});
  if (parts.empty()) return std::nullopt;
  return Query(Op::kAnd, std::move(parts));
}

/// Words that a text keeps apart though they were typed in one (عبدالرحم*): the mark is of the last.
std::optional<Query> WordQueries::glued(const QueryNode& word, const TokenStream& tokens) {
  std::vector<Query> parts;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    QueryNode part = word;
    part.text = tokens[i].surface;
    if (i + 1 < tokens.size()) part.form = WordForm::kFolded;
    if (auto query = build_special(part)) parts.push_back(std::move(*query));
  }
  return Query(Op::kAnd, std::move(parts));
}

std::optional<Query> WordQueries::titled(const QueryNode& word, const TokenStream& tokens) {
  const auto entities = context_.gazetteer.find(tokens);
  std::vector<Query> parts;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    add_target(word, tokens[i], tokens.size() == 1);
    std::vector<Query> ways{term(prefix::kTitleStem, tokens[i].stem)};
    for (const EntityMatch& name : names_at(entities, tokens, i))
      if (name.token_count == 1) add_titled_names(*name.entity, ways);
    parts.emplace_back(Op::kOr, std::move(ways));
  }
  return Query(Op::kAnd, std::move(parts));
}

/// Concepts are not kept by zone: in a title, a name is the words of each of its spellings.
void WordQueries::add_titled_names(const Entity& entity, std::vector<Query>& ways) const {
  for (const std::string& spelling : entity.names) {
    const TokenStream words = context_.analyzer.analyze(spelling);
    std::vector<Query> all;
    for (const Token& token : words.tokens()) all.push_back(term(prefix::kTitleStem, token.stem));
    ways.emplace_back(Op::kAnd, std::move(all));
  }
}

/// The word with the same letters, as they are or folded.
std::optional<Query> WordQueries::spelled(const QueryNode& word, const TokenStream& tokens) {
  const bool exact = word.form == WordForm::kExact;
  const SameForm form = exact ? &Token::exact : &Token::folded;
  std::vector<Query> parts;
  std::vector<std::string> words;
  for (const Token& token : tokens.tokens()) {
    add_target(word, token, tokens.size() == 1);
    words.emplace_back(token.*form);
    if (exact) {
      parts.emplace_back(exact_term(token.exact, token.folded));
    } else {
      parts.push_back(term(prefix::kFolded, token.folded));
    }
    if (word.title) parts.push_back(term(prefix::kTitleStem, token.stem));
  }
  if (!word.title && words.size() == 1)
    return exact ? exact_word(tokens[0].exact, tokens[0].folded, context_) : parts.front();
  const Query all(Op::kAnd, std::move(parts));
  return Query(Op::kFilter, {all, verified(all, words, form, word.title, context_)});
}

/// The word in any form, but no other name of what it names.
std::optional<Query> WordQueries::inflected(const QueryNode& word, const TokenStream& tokens) {
  std::vector<Query> parts;
  for (const Token& token : tokens.tokens()) {
    add_target(word, token, tokens.size() == 1);
    parts.push_back(word.title ? term(prefix::kTitleStem, token.stem) : word_query(token, {}));
  }
  return Query(Op::kAnd, std::move(parts));
}

/// The word itself, then its inflections and other names, then its near spellings: each far below the one
/// before.
std::optional<Query> WordQueries::near(const QueryNode& word, const TokenStream& tokens) {
  const Token& token = tokens[0];
  add_target(word, token, true);
  std::vector<Query> ways{
      scaled(term(word.title ? prefix::kTitleStem : prefix::kStem, token.stem), ranking::kInflected)};
  if (!word.title) ways.push_back(term(prefix::kFolded, token.folded));
  for (const EntityMatch& name : names_at(context_.gazetteer.find(tokens), tokens, 0)) {
    if (name.token_count != 1) continue;
    if (word.title)
      add_titled_names(*name.entity, ways);
    else
      ways.push_back(scaled(concept_query(*name.entity), ranking::kInflected));
    built_.targets.push_back({.kind = TargetKind::kConcept,
                              .query_word = word.text,
                              .query_range = word.range,
                              .exact = false,
                              .title = word.title,
                              .words = {},
                              .alternatives = {},
                              .near = {},
                              .entity = std::string(concept_id(*name.entity))});
  }
  MatchTarget target{.kind = TargetKind::kNear,
                     .query_word = word.text,
                     .query_range = word.range,
                     .exact = false,
                     .title = word.title,
                     .words = {forms(token)},
                     .alternatives = {},
                     .near = {},
                     .entity = {}};
  for (Query& spellings : near_spellings(word, token, context_, target)) ways.push_back(std::move(spellings));
  built_.targets.push_back(std::move(target));
  return Query(Op::kOr, std::move(ways));
}

}  // namespace mahdar
