#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mahdar {

/// What a route needs to know of an HTTP request. Bytes as sent, nothing decoded.
struct HttpRequest {
  std::string method = "GET";
  std::string target = "/";  ///< path and query
  std::string host;          ///< the Host header
  std::string if_none_match;
  bool accepts_gzip = false;
};

/// An answer, still without the headers a connection adds (length, date, keep-alive).
class HttpResponse {
 public:
  HttpResponse() = default;
  HttpResponse(int status, std::string_view content_type, std::string body);

  int status() const { return status_; }
  void set_status(int status) { status_ = status; }

  const std::string& body() const { return body_; }
  void set_body(std::string body) { body_ = std::move(body); }

  /// Sets or replaces a header. Throws std::invalid_argument where the name is no token or the value has
  /// bytes that could end the line or are not printable ASCII.
  void set_header(std::string_view name, std::string_view value);
  /// Empty where there is none. Names are compared without case.
  std::string_view header(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& headers() const { return headers_; }

 private:
  int status_ = 200;
  std::string body_;
  std::vector<std::pair<std::string, std::string>> headers_;
};

}  // namespace mahdar
