#include "indexer/readers/warc_record.h"

#include <algorithm>
#include <charconv>

#include "schema/ascii.h"

namespace mahdar {
namespace {

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && ascii_lower(a) == ascii_lower(b);
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// Where the empty line ends that closes a head; 0 where none does.
std::size_t end_of_head(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kWarcHeadBytes);
  const auto strict = head.find("\r\n\r\n");
  const auto loose = head.find("\n\n");
  if (strict == std::string_view::npos && loose == std::string_view::npos) return 0;
  return strict < loose ? strict + 4 : loose + 2;
}

}  // namespace

std::string_view header_value(std::string_view lines, std::string_view name) {
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && equal_ignoring_case(trimmed(line.substr(0, colon)), name))
      return trimmed(line.substr(colon + 1));
  }
  return {};
}

std::optional<WarcHead> parse_warc_head(std::string_view bytes) {
  if (!bytes.starts_with("WARC/")) return std::nullopt;
  WarcHead head;
  head.head_bytes = end_of_head(bytes);
  if (head.head_bytes == 0) return std::nullopt;
  const std::string_view lines = bytes.substr(0, head.head_bytes);
  const std::string_view length = header_value(lines, "Content-Length");
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), head.block_bytes);
  if (error != std::errc() || end != length.data() + length.size()) return std::nullopt;
  head.type = header_value(lines, "WARC-Type");
  std::string_view uri = header_value(lines, "WARC-Target-URI");
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  head.uri = uri;
  head.date = header_value(lines, "WARC-Date");
  head.content_type = ascii_lower(header_value(lines, "Content-Type"));
  return head;
}

}  // namespace mahdar
