#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "schema/taxonomy.h"

namespace mahdar {

/// The taxonomy's outlets and agencies by name and by host. Immutable; thread-safe. The taxonomy must outlive
/// it.
class SourceNames {
 public:
  explicit SourceNames(const Taxonomy& taxonomy);

  /// The outlet a short line names ("المصدر: وكالة سانا"): the longest name in it, datelines' spellings
  /// included. Null where there is none.
  const Entity* in_line(std::string_view line) const;

  /// The outlet at an address, also at a host below its own; null where there is none.
  const Entity* at_url(std::string_view url) const;

 private:
  std::unordered_map<std::string, const Entity*> by_name_;  ///< line_key() of each spelling
  std::unordered_map<std::string, const Entity*> by_host_;
};

/// The host of an address, in lower case, without "www."; empty where there is none.
std::string host_of(std::string_view url);

}  // namespace mahdar
