#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text/token.h"
#include "schema/article.h"
#include "searcher/highlight/highlighter.h"
#include "searcher/query/match_target.h"

namespace mahdar {

struct Snippet {
  std::string text;                   ///< one paragraph; '…' where it was cut
  std::vector<ByteRange> highlights;  ///< in `text`, ascending, whole words
};

/// The stretch of an article that shows best why it was found: the most different query words, close
/// together; from the beginning of a sentence where that fits. About `graphemes` user-perceived characters,
/// whole words. The title is shown only where the words stand nowhere else. Marks are of the same tokens and
/// targets.
Snippet make_snippet(std::string_view text, std::uint32_t title_end, const TokenStream& tokens,
                     std::span<const Mark> marks, std::span<const MatchTarget> targets,
                     std::uint32_t graphemes);

}  // namespace mahdar
