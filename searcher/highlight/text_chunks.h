#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/text/token.h"
#include "schema/article.h"

namespace mahdar {

/// What can stand between blanks: a word, or several joined (أستانة8), with the signs beside it.
struct TextChunk {
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  ByteRange range;           ///< on grapheme boundaries
  std::uint32_t before = 0;  ///< graphemes of the text before it
  std::uint32_t behind = 0;  ///< graphemes up to its end
  Gap gap = Gap::kParagraph;
};

/// A text cut so. Joined words of more than `longest` graphemes are several chunks, a single word never.
/// `ends` are the text's grapheme_ends().
std::vector<TextChunk> chunks_of(std::string_view text, const std::vector<Token>& tokens,
                                 const std::vector<std::uint32_t>& ends, std::size_t longest);

}  // namespace mahdar
