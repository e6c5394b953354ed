#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mahdar {

/// One line typed at the prompt, understood.
struct PromptCommand {
  enum class Kind : unsigned char {
    kQuery,   ///< text is the query
    kNarrow,  ///< number of a facet value in the last answer
    kOpen,    ///< number of a hit
    kNext,
    kPrevious,
    kBack,   ///< to the answer before
    kClear,  ///< drop all filters
    kHelp,
    kQuit,
    kNothing,  ///< an empty line
  };
  Kind kind = Kind::kNothing;
  std::string text;
  std::size_t number = 0;
};

/// Reads a line: a number narrows, 'o 3' or 'فتح 3' opens, single letters or Arabic words command, the rest
/// is a query;
/// '/' before a query takes it literally. Digits may be Arabic.
PromptCommand parse_prompt_line(std::string_view line);

}  // namespace mahdar
