#pragma once

#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "schema/embedded.h"

namespace mahdar {

/// What people call something, in both languages.
struct Label {
  std::string_view arabic;
  std::string_view english;

  std::string_view in(bool english_wanted) const { return english_wanted ? english : arabic; }
};

/// Labels by key, from a file linked into the program: key, Arabic, English, with tabs between; lines that
/// begin with '#' and empty ones aside. Immutable, thread-safe.
class LabelTable {
 public:
  /// `file`: its name without folder, of `files`. Throws std::logic_error where there is none or a row lacks
  /// a column: a fault of the program.
  LabelTable(std::span<const embedded::File> files, std::string_view file);

  /// Null where the file has no such key.
  const Label* find(std::string_view key) const;

  /// All keys, in the order of the file.
  const std::vector<std::string_view>& keys() const { return keys_; }

 private:
  std::map<std::string_view, Label> labels_;
  std::vector<std::string_view> keys_;
};

}  // namespace mahdar
