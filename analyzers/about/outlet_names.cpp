#include "analyzers/about/outlet_names.h"

#include "analyzers/about/line_key.h"

namespace mahdar {

void OutletNames::add(std::string_view name) {
  const std::string key = line_key(name);
  if (!key.empty()) keys_.insert(key);
}

}  // namespace mahdar
