#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/query_builder.h"

namespace mahdar {

/// Builds phrases and writes down in `built` what they look for. A phrase is stems side by side, so it holds
/// across clitics and inflection; a name in it may stand in any of its spellings. No phrase takes
/// alternatives inside, so these are whole phrases of their own, at most
/// query_caps::kPhraseAlternatives.
class PhraseQueries {
 public:
  PhraseQueries(const QueryContext& context, BuiltQuery& built) : context_(context), built_(built) {}

  /// None where the phrase holds no word.
  std::optional<MatchQuery> build(const QueryNode& phrase);

 private:
  using Stems = std::vector<std::string>;

  std::vector<Stems> spellings(const TokenStream& tokens) const;
  std::vector<Stems> name_spellings(const Entity& entity) const;
  bool occurs(const Stems& stems, std::string_view stream) const;

  const QueryContext& context_;
  BuiltQuery& built_;
};

}  // namespace mahdar
