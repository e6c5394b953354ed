#include "searcher/query/phrase_query.h"

#include <algorithm>

#include "schema/field.h"
#include "searcher/query/entity_concept.h"
#include "searcher/query/exact_phrase.h"
#include "searcher/query/exact_word.h"
#include "searcher/query/query_caps.h"
#include "searcher/query/ranking.h"

namespace mahdar {
namespace {

using Query = MatchQuery;
using Op = Query::Op;

Query phrase_of(const std::vector<std::string>& stems, bool in_title) {
  std::vector<Query> terms;
  for (const auto& stem : stems)
    terms.emplace_back(make_term(in_title ? prefix::kTitleStem : prefix::kStem, stem));
  if (terms.size() == 1) return terms.front();
  return {Op::kFilter, {Query(Op::kAnd, std::move(terms)), Query::phrase(stems, in_title)}};
}

}  // namespace

std::vector<PhraseQueries::Stems> PhraseQueries::name_spellings(const Entity& entity) const {
  std::vector<Stems> spellings;
  const auto add = [&](const std::string& name) {
    const TokenStream tokens = context_.analyzer.analyze(name);
    Stems stems;
    for (const Token& token : tokens.tokens()) stems.emplace_back(token.stem);
    if (!stems.empty() && std::ranges::find(spellings, stems) == spellings.end())
      spellings.push_back(std::move(stems));
  };
  std::ranges::for_each(entity.names, add);
  for (const Entity& other : context_.taxonomy.entities())
    if (&other != &entity && concept_id(other) == concept_id(entity)) std::ranges::for_each(other.names, add);
  return spellings;
}

bool PhraseQueries::occurs(const Stems& stems, std::string_view stream) const {
  return std::ranges::all_of(
      stems, [&](const std::string& stem) { return context_.database.term_exists(make_term(stream, stem)); });
}

/// The phrase as typed, then with the names in it spelled otherwise.
std::vector<PhraseQueries::Stems> PhraseQueries::spellings(const TokenStream& tokens) const {
  std::vector<Stems> phrases{{}};
  const auto entities = context_.gazetteer.find(tokens);
  const std::size_t count = std::min(tokens.size(), query_caps::kPhraseWords);
  for (std::size_t i = 0; i < count;) {
    std::vector<Stems> ways{{std::string(tokens[i].stem)}};
    std::size_t length = 1;
    for (const EntityMatch& match : entities) {
      if (match.first_token != i || match.form != FormKind::kName || i + match.token_count > count) continue;
      if (length != match.token_count) {
        length = match.token_count;
        ways.front().clear();
        for (std::size_t k = i; k < i + length; ++k) ways.front().emplace_back(tokens[k].stem);
      }
      for (auto& way : name_spellings(*match.entity))
        if (std::ranges::find(ways, way) == ways.end()) ways.push_back(std::move(way));
    }
    std::vector<Stems> longer;
    for (const Stems& way : ways)
      for (const Stems& phrase : phrases) {
        if (longer.size() == query_caps::kPhraseAlternatives) break;
        longer.push_back(phrase);
        longer.back().insert(longer.back().end(), way.begin(), way.end());
      }
    phrases = std::move(longer);
    i += length;
  }
  return phrases;
}

std::optional<Query> PhraseQueries::build(const QueryNode& phrase) {
  const TokenStream tokens = context_.analyzer.analyze(phrase.text);
  if (tokens.size() == 0) return std::nullopt;
  const std::size_t count = std::min(tokens.size(), query_caps::kPhraseWords);
  if (count < tokens.size())
    built_.diagnostics.push_back(
        {"phrase-too-long", "the phrase has more than 32 words; the rest were ignored",
         "في العبارة أكثر من 32 كلمة، فأُهملت البقية", phrase.range.begin, phrase.range.end});
  MatchTarget target;
  target.kind = TargetKind::kPhrase;
  target.query_word = phrase.text;
  target.query_range = phrase.range;
  target.exact = phrase.form == WordForm::kExact;
  target.folded = phrase.form == WordForm::kFolded;
  target.title = phrase.title;
  for (std::size_t i = 0; i < count; ++i)
    target.words.push_back(
        {std::string(tokens[i].exact), std::string(tokens[i].folded), std::string(tokens[i].stem)});

  const auto stream = phrase.title ? prefix::kTitleStem : prefix::kStem;
  std::vector<Stems> ways = spellings(tokens);
  if (phrase.form != WordForm::kPlain) ways.resize(1);
  const Stems typed = ways.front();
  std::vector<Query> phrases{phrase_of(typed, phrase.title)};
  for (std::size_t i = 1; i < ways.size(); ++i) {
    // A longer spelling that holds the phrase itself finds nothing more.
    const bool longer =
        std::search(ways[i].begin(), ways[i].end(), typed.begin(), typed.end()) != ways[i].end();
    if (longer || !occurs(ways[i], stream)) continue;
    phrases.push_back(phrase_of(ways[i], phrase.title));
    target.alternatives.push_back(std::move(ways[i]));
  }
  Query query(Op::kOr, std::move(phrases));
  if (target.exact || target.folded) {
    std::vector<Query> parts{query};
    std::vector<std::string> words;
    for (const TargetWord& word : target.words) {
      words.push_back(target.exact ? word.exact : word.folded);
      if (target.exact) {
        parts.emplace_back(exact_term(word.exact, word.folded));
      } else {
        parts.emplace_back(make_term(prefix::kFolded, word.folded));
      }
    }
    const Query all(Op::kAnd, std::move(parts));
    const SameForm form = target.exact ? &Token::exact : &Token::folded;
    query = Query(Op::kFilter, {query, verified(all, words, form, phrase.title, context_)});
  }
  built_.targets.push_back(std::move(target));
  built_.ranked = true;
  return query;
}

}  // namespace mahdar
