#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mahdar {

enum class FileKind : std::uint8_t { kText, kHtml, kJsonLines, kFeed, kWarc };

/// "text", "html", "json-lines", "feed", "warc".
std::string_view kind_name(FileKind kind);

/// What a file's ending promises (.txt .text .md; .html .htm .xhtml; .jsonl .ndjson .json, also with .gz;
/// .xml .rss .atom; .warc, also with .gz); none for other endings. Letter case does not matter.
std::optional<FileKind> kind_of_ending(std::string_view path);

/// What the first bytes of a file are, whatever its name; none for binary data.
std::optional<FileKind> kind_of_content(std::string_view head);

/// The kind to read a file as. The ending decides, except that a page saved as text is still a page; a file
/// without a known ending is judged by its content alone.
std::optional<FileKind> kind_of_file(std::string_view path, std::string_view head);

}  // namespace mahdar
