#include "indexer/readers/json_split.h"

#include <algorithm>

namespace mahdar {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// The byte after the string that begins at `at`.
std::size_t skip_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return text.size();
}

/// The byte after the object that begins at `at`, or the end of the text.
std::size_t skip_object(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = skip_string(text, at);
      continue;
    }
    ++at;
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) return at;
  }
  return at;
}

}  // namespace

bool is_spread_json(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const auto first = head.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return false;
  head.remove_prefix(first);
  return head.front() == '[' || trimmed(head.substr(0, head.find('\n'))) == "{";
}

void split_lines(std::string_view bytes, std::uint64_t first_line,
                 const std::function<void(JsonPiece)>& visit) {
  if (first_line == 1 && bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (std::uint64_t line = first_line; !bytes.empty(); ++line) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view json = trimmed(bytes.substr(0, end));
    if (!json.empty()) visit({json, line});
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

void split_objects(std::string_view bytes, std::uint64_t first_line,
                   const std::function<void(JsonPiece)>& visit) {
  std::size_t counted = 0;
  std::uint64_t line = first_line;
  std::size_t at = 0;
  while ((at = bytes.find_first_of("{\"", at)) != std::string_view::npos) {
    if (bytes[at] == '"') {
      at = skip_string(bytes, at);
      continue;
    }
    line += static_cast<std::uint64_t>(std::count(bytes.begin() + static_cast<std::ptrdiff_t>(counted),
                                                  bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    counted = at;
    const std::size_t end = skip_object(bytes, at);
    visit({bytes.substr(at, end - at), line});
    at = end;
  }
}

}  // namespace mahdar
