#include "indexer/readers/http_message.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <zlib.h>

#include "indexer/readers/limits.h"
#include "indexer/readers/warc_record.h"
#include "schema/ascii.h"

namespace mahdar {
namespace {

/// Undoes chunks; what follows a damaged or cut chunk is left out.
std::string without_chunks(std::string_view body) {
  std::string whole;
  while (!body.empty()) {
    std::size_t size = 0;
    const auto line = body.find('\n');
    if (line == std::string_view::npos) break;
    const auto [end, error] = std::from_chars(body.data(), body.data() + line, size, 16);
    if (error != std::errc() || size == 0) break;
    body.remove_prefix(line + 1);
    size = std::min(size, body.size());
    whole.append(body.substr(0, size));
    body.remove_prefix(size);
    body.remove_prefix(std::min(body.find_first_not_of("\r\n"), body.size()));
  }
  return whole;
}

/// Inflates gzip, zlib or raw deflate; none where the bytes are not compressed so, or too large.
std::optional<std::string> inflated(std::string_view body, int window_bits) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) return std::nullopt;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  std::string whole;
  constexpr std::size_t kStep = std::size_t{256} << 10;
  int code = Z_OK;
  while (code == Z_OK && whole.size() <= limits::kFileBytes) {
    const std::size_t before = whole.size();
    whole.resize(before + kStep);
    stream.next_out = reinterpret_cast<Bytef*>(whole.data() + before);
    stream.avail_out = kStep;
    code = inflate(&stream, Z_NO_FLUSH);
    whole.resize(before + kStep - stream.avail_out);
  }
  const bool cut = code == Z_BUF_ERROR && stream.avail_in == 0 && !whole.empty();
  if (code != Z_STREAM_END && !cut && whole.size() <= limits::kFileBytes) return std::nullopt;
  return whole;
}

constexpr int kGzipWindow = 15 + 32;  // told by its head from zlib's form
constexpr int kRawWindow = -15;

std::string plain_body(std::string body, const std::string& encoding) {
  if (encoding.empty() || encoding == "identity") return body;
  if (auto whole = inflated(body, kGzipWindow)) return std::move(*whole);
  if (encoding == "deflate")
    if (auto whole = inflated(body, kRawWindow)) return std::move(*whole);
  return body;
}

bool is_known_encoding(const std::string& encoding) {
  return encoding.empty() || encoding == "identity" || encoding == "gzip" || encoding == "x-gzip" ||
         encoding == "deflate";
}

void read_content_type(std::string_view header, HttpMessage& message) {
  const std::string value = ascii_lower(header);
  const auto end = std::min(value.find(';'), value.size());
  message.media_type = value.substr(0, end);
  while (message.media_type.ends_with(' ')) message.media_type.pop_back();
  const auto charset = value.find("charset=", end);
  if (charset == std::string::npos) return;
  message.charset = value.substr(charset + 8);
  std::erase_if(message.charset, [](char c) { return c == '"' || c == '\'' || c == ' '; });
  message.charset.resize(std::min(message.charset.find(';'), message.charset.size()));
}

}  // namespace

tl::expected<HttpMessage, std::string> parse_http_message(std::string_view bytes) {
  HttpMessage message;
  const auto code = bytes.find(' ');
  if (!bytes.starts_with("HTTP/") || code == std::string_view::npos || code + 4 > bytes.size())
    return tl::unexpected(std::string("the stored answer does not begin with an HTTP status line"));
  std::from_chars(bytes.data() + code + 1, bytes.data() + code + 4, message.status);
  const auto strict = bytes.find("\r\n\r\n");
  const auto loose = bytes.find("\n\n");
  const auto head = std::min(strict, loose);
  if (head == std::string_view::npos)
    return tl::unexpected(std::string("the stored answer ends in its headers"));
  const std::string_view headers = bytes.substr(0, head);
  read_content_type(header_value(headers, "Content-Type"), message);
  const std::string_view rest = bytes.substr(head + (strict < loose ? 4 : 2));
  const bool chunked =
      ascii_lower(header_value(headers, "Transfer-Encoding")).find("chunked") != std::string::npos;
  std::string body = chunked ? without_chunks(rest) : std::string(rest);
  if (chunked && body.empty()) body = rest;
  const std::string encoding = ascii_lower(header_value(headers, "Content-Encoding"));
  if (!is_known_encoding(encoding))
    return tl::unexpected(fmt::format("compressed as {}, which is not read", encoding));
  message.body = plain_body(std::move(body), encoding);
  if (message.body.size() > limits::kFileBytes)
    return tl::unexpected(fmt::format("larger than {} MB", limits::kFileBytes >> 20));
  return message;
}

}  // namespace mahdar
