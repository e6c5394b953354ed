#pragma once

#include <string>
#include <string_view>

#include "analyzers/about/key_hash.h"

namespace mahdar {

/// Names that, alone on a line, say who published an article ("الأناضول", "(سانا)").
class OutletNames {
 public:
  OutletNames() = default;

  void add(std::string_view name);

  /// `key` is the line's line_key().
  bool contains(std::string_view key) const { return keys_.contains(key); }

 private:
  KeySet keys_;
};

}  // namespace mahdar
