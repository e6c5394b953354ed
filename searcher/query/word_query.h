#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/query/query_builder.h"
#include "searcher/query/word_run.h"

namespace mahdar {

/// Builds the queries of single words and writes down in `built` what they look for.
class WordQueries {
 public:
  WordQueries(const QueryContext& context, MatchMode mode, bool keep_stop_words, BuiltQuery& built)
      : context_(context), mode_(mode), keep_stop_words_(keep_stop_words), built_(built) {}

  /// Plain words side by side: one query for each, or for several that name one entity, round or date
  /// together.
  std::vector<MatchQuery> build_run(std::span<const QueryNode> words);

  /// =word, word*, word~ and words of the title; none where the word says nothing.
  std::optional<MatchQuery> build_special(const QueryNode& word);

  /// From now on words that name a round or date are no more than words, as where they are excluded, or again
  /// more. Gives what held before.
  bool read_matters(bool read) { return std::exchange(read_matters_, read); }

  /// Whether a word was left out because it is a stop word.
  bool dropped_stop_words() const { return dropped_stop_words_; }

 private:
  MatchQuery stem_query(const Token& token, std::span<const EntityMatch> names) const;
  MatchQuery word_query(const Token& token, std::span<const EntityMatch> names);
  std::size_t add_words(const WordRun& run, std::size_t from, std::size_t until,
                        std::vector<MatchQuery>& queries);
  MatchQuery name_query(std::span<const Token> tokens, std::span<const EntityMatch> names);
  std::optional<MatchQuery> glued(const QueryNode& word, const TokenStream& tokens);
  std::optional<MatchQuery> spelled(const QueryNode& word, const TokenStream& tokens);
  std::optional<MatchQuery> inflected(const QueryNode& word, const TokenStream& tokens);
  std::optional<MatchQuery> near(const QueryNode& word, const TokenStream& tokens);
  std::optional<MatchQuery> titled(const QueryNode& word, const TokenStream& tokens);
  void add_titled_names(const Entity& entity, std::vector<MatchQuery>& ways) const;
  void add_target(const QueryNode& word, const Token& token, bool only_token);

  const QueryContext& context_;
  MatchMode mode_;
  bool keep_stop_words_;
  bool dropped_stop_words_ = false;
  bool read_matters_ = true;
  BuiltQuery& built_;
};

/// The term of an entity named in a text.
MatchQuery concept_query(const Entity& entity);

}  // namespace mahdar
