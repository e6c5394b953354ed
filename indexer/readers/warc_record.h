#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mahdar {

/// The head of a WARC record (ISO 28500, section 5): what frames it and what a reader of articles asks of it.
struct WarcHead {
  std::size_t head_bytes = 0;     ///< from "WARC/" to the first byte of the block
  std::uint64_t block_bytes = 0;  ///< Content-Length
  std::string type;               ///< "response", "resource", "revisit", …
  std::string uri;                ///< WARC-Target-URI, without angle brackets
  std::string content_type;       ///< of the block, lower case
  std::string date;               ///< WARC-Date, as written

  /// Head, block and the two empty lines after it.
  std::uint64_t record_bytes() const { return head_bytes + block_bytes + 4; }
};

/// Longest head that is read as one.
inline constexpr std::size_t kWarcHeadBytes = std::size_t{64} << 10;

/// Reads the head at the beginning of `bytes`. None where it is not one or does not end within `bytes`.
std::optional<WarcHead> parse_warc_head(std::string_view bytes);

/// The value of a header line ("Name: value"), in any letter case of the name and without space around the
/// value; empty where there is none. `lines` are separated by CR LF or LF.
std::string_view header_value(std::string_view lines, std::string_view name);

}  // namespace mahdar
