#include "searcher/http/message.h"

#include <algorithm>
#include <stdexcept>

#include "schema/ascii.h"

namespace mahdar {
namespace {

bool is_token_character(char c) {
  return is_ascii_digit(c) || is_ascii_lower(ascii_lower({&c, 1})[0]) || c == '-' || c == '_';
}

bool is_value_character(char c) {
  return c >= 0x20 && c < 0x7F;
}

}  // namespace

HttpResponse::HttpResponse(int status, std::string_view content_type, std::string body)
    : status_(status), body_(std::move(body)) {
  set_header("Content-Type", content_type);
}

void HttpResponse::set_header(std::string_view name, std::string_view value) {
  if (name.empty() || !std::ranges::all_of(name, is_token_character))
    throw std::invalid_argument("not a header name");
  if (!std::ranges::all_of(value, is_value_character))
    throw std::invalid_argument("header " + std::string(name) + " would hold a forbidden byte");
  const std::string wanted = ascii_lower(name);
  for (auto& [known, old] : headers_)
    if (ascii_lower(known) == wanted) {
      old = value;
      return;
    }
  headers_.emplace_back(name, value);
}

std::string_view HttpResponse::header(std::string_view name) const {
  const std::string wanted = ascii_lower(name);
  for (const auto& [known, value] : headers_)
    if (ascii_lower(known) == wanted) return value;
  return {};
}

}  // namespace mahdar
