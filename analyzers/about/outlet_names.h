#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace mahdar {

/// Names that, alone on a line, say who published an article ("الأناضول", "(سانا)").
class OutletNames {
 public:
  OutletNames() = default;

  void add(std::string_view name);

  /// `key` is the line's line_key().
  bool contains(std::string_view key) const { return keys_.contains(std::string(key)); }

 private:
  std::unordered_set<std::string> keys_;
};

}  // namespace mahdar
