#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "analyzers/text/word_hash.h"

namespace mahdar {

/// Lets tables of strings be asked with views, so that no string is made for a look-up.
struct KeyHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const { return detail::word_hash(key); }
};

template <typename Value>
using KeyMap = std::unordered_map<std::string, Value, KeyHash, std::equal_to<>>;
using KeySet = std::unordered_set<std::string, KeyHash, std::equal_to<>>;

}  // namespace mahdar
