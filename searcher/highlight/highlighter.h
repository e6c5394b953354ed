#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/about/gazetteer.h"
#include "analyzers/text/token.h"
#include "searcher/query/match_target.h"

namespace mahdar {

/// By which step a query word and a word of the text are the same; the closest first.
enum class MatchStep : std::uint8_t { kExact, kFolded, kStem, kAlias, kPrefix, kNear };

/// "exact", "folded", "stem", "alias", "prefix", "near".
std::string_view step_name(MatchStep step);

/// A word of the text that a part of the query asked for.
struct Mark {
  std::uint32_t token = 0;   ///< index in the token stream
  std::uint32_t target = 0;  ///< index in the targets
  MatchStep step = MatchStep::kExact;
};

/// The words of an article the query matched, ascending by token, one mark a word: its closest. Of phrases
/// only real occurrences. `title_end` is the byte at which the title ends.
std::vector<Mark> find_marks(const TokenStream& tokens, std::uint32_t title_end,
                             std::span<const MatchTarget> targets, const Gazetteer& gazetteer);

}  // namespace mahdar
