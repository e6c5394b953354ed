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
  std::string text;  ///< one paragraph; '…' where it was cut
  std::vector<ByteRange>
      highlights;  ///< in `text`, ascending, never touching: whole words to the last mark on them
};

/// The stretch of an article that shows best why it was found: no other of that length has more different
/// query words, few have them closer together; from the beginning of a sentence, else of a clause, where that
/// fits. At most `graphemes` user-perceived characters (at least 20) without the ellipses, unless one word is
/// longer; whole words; in bidi text whole in itself (see make_excerpt). The title is shown only where the
/// words stand nowhere else. Marks are of the same tokens and targets, ascending by token.
Snippet make_snippet(std::string_view text, std::uint32_t title_end, const TokenStream& tokens,
                     std::span<const Mark> marks, std::span<const MatchTarget> targets,
                     std::uint32_t graphemes);

}  // namespace mahdar
