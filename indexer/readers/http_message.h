#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace mahdar {

/// A web server's stored answer, as far as a reader of articles asks.
struct HttpMessage {
  int status = 0;
  std::string media_type;  ///< "text/html", lower case, without parameters
  std::string charset;     ///< of the Content-Type header, or empty
  std::string body;        ///< transfer and content encodings undone
};

/// Reads a status line, headers and body (RFC 9112), or says in words what is wrong. Takes chunked bodies,
/// also cut ones, and gzip and deflate; a body that says it is compressed and is not, as some crawlers store
/// it, is taken as it is. A body that would grow beyond limits::kFileBytes is an error.
tl::expected<HttpMessage, std::string> parse_http_message(std::string_view bytes);

}  // namespace mahdar
