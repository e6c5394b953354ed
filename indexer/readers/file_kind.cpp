#include "indexer/readers/file_kind.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace mahdar {
namespace {

struct Ending {
  std::string_view ending;
  FileKind kind;
};

constexpr std::array kEndings{
    Ending{".txt", FileKind::kText},
    Ending{".text", FileKind::kText},
    Ending{".md", FileKind::kText},
    Ending{".html", FileKind::kHtml},
    Ending{".htm", FileKind::kHtml},
    Ending{".xhtml", FileKind::kHtml},
    Ending{".jsonl", FileKind::kJsonLines},
    Ending{".ndjson", FileKind::kJsonLines},
    Ending{".json", FileKind::kJsonLines},
    Ending{".jsonl.gz", FileKind::kJsonLines},
    Ending{".ndjson.gz", FileKind::kJsonLines},
    Ending{".json.gz", FileKind::kJsonLines},
    Ending{".xml", FileKind::kFeed},
    Ending{".rss", FileKind::kFeed},
    Ending{".atom", FileKind::kFeed},
    Ending{".warc", FileKind::kWarc},
    Ending{".warc.gz", FileKind::kWarc},
};

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

std::string_view without_mark_and_space(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const auto first = head.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view{} : head.substr(first);
}

bool is_page(std::string_view head) {
  const std::string start = ascii_lower(without_mark_and_space(head).substr(0, 1024));
  if (!start.starts_with('<')) return false;
  return start.starts_with("<!doctype html") || start.find("<html") != std::string::npos ||
         start.find("<head") != std::string::npos || start.find("<body") != std::string::npos;
}

bool is_feed(std::string_view head) {
  std::string_view start = without_mark_and_space(head);
  if (start.starts_with("<?xml"))
    start = without_mark_and_space(start.substr(std::min(start.find("?>"), start.size() - 2) + 2));
  return start.starts_with("<rss") || start.starts_with("<feed") || start.starts_with("<rdf:RDF");
}

bool is_utf16(std::string_view head) {
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
}

}  // namespace

std::string_view kind_name(FileKind kind) {
  switch (kind) {
    case FileKind::kText:
      return "text";
    case FileKind::kHtml:
      return "html";
    case FileKind::kJsonLines:
      return "json-lines";
    case FileKind::kFeed:
      return "feed";
    case FileKind::kWarc:
      return "warc";
  }
  return "";
}

std::optional<FileKind> kind_of_ending(std::string_view path) {
  const std::string lower = ascii_lower(path.substr(path.rfind('/') + 1));
  for (const Ending& row : kEndings)
    if (lower.size() > row.ending.size() && lower.ends_with(row.ending)) return row.kind;
  return std::nullopt;
}

std::optional<FileKind> kind_of_content(std::string_view head) {
  if (is_page(head)) return FileKind::kHtml;
  if (is_feed(head)) return FileKind::kFeed;
  if (head.starts_with("WARC/1.")) return FileKind::kWarc;
  if (head.starts_with("\x1F\x8B")) return FileKind::kJsonLines;
  const std::string_view start = without_mark_and_space(head);
  if (start.starts_with("{\"") || start.starts_with("[{")) return FileKind::kJsonLines;
  if (is_utf16(head)) return FileKind::kText;
  const auto controls = std::ranges::count_if(
      head, [](unsigned char c) { return c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f'; });
  if (controls > 0) return std::nullopt;
  return FileKind::kText;
}

std::optional<FileKind> kind_of_file(std::string_view path, std::string_view head) {
  const auto named = kind_of_ending(path);
  if (!named) return kind_of_content(head);
  const bool page_by_content = *named == FileKind::kText || *named == FileKind::kFeed;
  if (page_by_content && is_page(head)) return FileKind::kHtml;
  return named;
}

}  // namespace mahdar
