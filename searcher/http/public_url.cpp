#include "searcher/http/public_url.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "schema/ascii.h"

namespace mahdar {

Result<std::string> read_public_url(std::string url) {
  const std::string_view rest = std::string_view(url).substr(std::min(url.find("//") + 2, url.size()));
  const auto is_host_letter = [](char c) {
    return is_ascii_digit(c) || is_ascii_lower(c) || is_ascii_upper(c) ||
           std::string_view("-.:[]").find(c) != std::string_view::npos;
  };
  const std::string_view host = rest.substr(0, rest.find('/'));
  if (!(url.starts_with("https://") || url.starts_with("http://")) || host.empty() ||
      !std::ranges::all_of(host, is_host_letter) || rest.size() > host.size() + 1)
    return Unexpected(InputError{
        "", 0, fmt::format("--public-url cannot be '{}'", url),
        "give scheme and host alone, as https://archive.example.org/: links of the page begin at /"});
  if (url.ends_with('/')) url.pop_back();
  return url;
}

}  // namespace mahdar
