#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/about/gazetteer.h"
#include "analyzers/text/token.h"
#include "searcher/query/match_target.h"

namespace mahdar {

/// How close a query word and a word of the text are; the closest first.
enum class MatchStep : std::uint8_t { kExact, kFolded, kStem, kAlias, kPrefix, kNear, kFamily };

/// "exact", "folded", "stem", "alias", "prefix", "near", "family".
std::string_view step_name(MatchStep step);

/// A word of the text that a part of the query asked for.
struct Mark {
  static constexpr std::uint16_t kNoWord = 0xFFFF;

  std::uint32_t token = 0;   ///< index in the token stream
  std::uint32_t target = 0;  ///< index in the targets
  MatchStep step = MatchStep::kExact;
  std::uint16_t word = 0;   ///< index in the target's words; kNoWord: it stands for several of them together
  std::uint32_t first = 0;  ///< of a phrase or name: its first token and how many it has
  std::uint16_t count = 1;
};

/// The words of an article the query matched, ascending by token, then the closest first; one mark a word and
/// target. Of phrases only real occurrences; of a word's family only where nothing closer to that word stands
/// in the text. `title_end` is the byte at which the title ends.
std::vector<Mark> find_marks(const TokenStream& tokens, std::uint32_t title_end,
                             std::span<const MatchTarget> targets, const Gazetteer& gazetteer);

}  // namespace mahdar
