#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mahdar {

/// The names a server answers to. A page of another site whose name was made to point here (DNS rebinding)
/// is turned away by its Host header.
class HostList {
 public:
  /// The loopback names and `more`. A name may be given with a port; then only with that port.
  explicit HostList(const std::vector<std::string>& more);

  /// Whether a Host header, with or without port, is one of the names. Without case.
  bool allows(std::string_view host) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace mahdar
