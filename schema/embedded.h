#pragma once

#include <span>
#include <string_view>

/// Data files linked into the programs by mahdar_embed (schema/embed_data.cmake).
namespace mahdar::embedded {

struct File {
  std::string_view name;     ///< file name without folder, e.g. "rounds.toml"
  std::string_view content;  ///< UTF-8, lives as long as the program
};

/// The taxonomy's files and the dictionary of stored records, schema/data/.
std::span<const File> mahdar_schema();

/// The word lists of the analyzers, analyzers/data/.
std::span<const File> mahdar_analyzers();

/// What the server sends as it is, and the words of its pages, searcher/web/.
std::span<const File> mahdar_searcher();

}  // namespace mahdar::embedded
