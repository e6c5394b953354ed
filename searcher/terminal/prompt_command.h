#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/render/renderer.h"

namespace mahdar {

/// One line typed at the prompt, understood.
struct PromptCommand {
  enum class Kind : unsigned char {
    kQuery,   ///< text is the query
    kNarrow,  ///< number of a facet value in the last answer
    kOpen,    ///< number of a hit
    kNext,
    kPrevious,
    kBack,      ///< to the answer before
    kClear,     ///< drop all filters
    kFilter,    ///< text is "round:7", or "-round:7" to exclude
    kRemove,    ///< number of an active filter, from 1
    kCopy,      ///< number of a hit
    kValues,    ///< text is the name of a facet whose values shall be listed
    kSort,      ///< text is a sort order's name as --sort takes it
    kLanguage,  ///< text is "ar" or "en"
    kExport,    ///< text is the path of a file whose ending names the format
    kMisused,   ///< text is a command's word that what follows makes no sense to
    kHelp,
    kQuit,
    kNothing,  ///< an empty line
  };
  Kind kind = Kind::kNothing;
  std::string text;
  std::size_t number = 0;
};

/// Reads a line: a number narrows, "round:7" alone too; 'o 3' or 'فتح 3' opens, 'f topic' or 'قيم الموضوع'
/// lists, other letters and Arabic words command where what follows makes sense to them, and a Latin one with
/// one other word is kMisused; the rest is a query; '/' before a query takes it literally. Digits may be
/// Arabic.
PromptCommand parse_prompt_line(std::string_view line);

/// The format a file's ending names (.csv .json .jsonl .bib .ris .trec .txt); none for any other.
std::optional<OutputFormat> export_format(std::string_view path);

}  // namespace mahdar
