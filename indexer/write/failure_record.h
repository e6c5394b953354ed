#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/result.h"

namespace mahdar {

/// What could not be read out of a file, remembered until the file changes or vanishes.
struct FailureRecord {
  static constexpr std::size_t kMostErrors = 20;  ///< kept in words; the others are only counted

  std::string path;
  std::uint64_t total = 0;
  std::uint64_t attempts = 1;  ///< runs that met them
  bool unread = false;         ///< of a folder or file that could not even be looked at
  std::string time;            ///< of the last, ISO 8601, UTC
  std::vector<InputError> errors;

  void add(InputError error);

  /// The last line of JSON Lines that was cut off (kCutLineRemedy): it is met anew in each run.
  void forget_cut_line();
  void keep_cut_line_alone();  ///< of the errors in words

  /// Whether it tells of a failure of the same kind at the same place.
  bool tells_of(const InputError& error) const;

  std::string serialize() const;                       ///< JSON
  static FailureRecord parse(std::string_view bytes);  ///< throws DamagedIndex on damage
};

}  // namespace mahdar
