#include "searcher/http/host_list.h"

#include <algorithm>

#include "schema/ascii.h"

namespace mahdar {
namespace {

/// The host without ":port"; an IPv6 address stays in its brackets.
std::string_view without_port(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  const std::size_t bracket = host.rfind(']');
  if (colon == std::string_view::npos || (bracket != std::string_view::npos && colon < bracket)) return host;
  const std::string_view port = host.substr(colon + 1);
  return !port.empty() && std::ranges::all_of(port, is_ascii_digit) ? host.substr(0, colon) : host;
}

}  // namespace

HostList::HostList(const std::vector<std::string>& more) : names_{"localhost", "127.0.0.1", "[::1]"} {
  for (const std::string& name : more) names_.push_back(ascii_lower(name));
}

bool HostList::allows(std::string_view host) const {
  const std::string whole = ascii_lower(host);
  const std::string_view name = without_port(whole);
  return std::ranges::any_of(names_, [&](const auto& known) { return known == whole || known == name; });
}

}  // namespace mahdar
