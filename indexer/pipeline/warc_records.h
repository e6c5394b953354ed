#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "schema/result.h"

namespace mahdar {

/// A record as it stands in its archive, head and block, and its number in the file, from 1.
struct WarcPiece {
  std::uint64_t number = 1;
  std::string bytes;
};

/// Cuts a web archive, plain or gzip'd as a whole or record by record, into its records, holding one in
/// memory at a time. Records larger than limits::kFileBytes are passed over; a page among them is reported.
/// A file that ends inside a record is reported where it has not been modified for an hour: its writer may
/// not be done.
/// Not thread-safe.
class WarcRecords {
 public:
  /// Check take_error() first: a file that cannot be opened has no records.
  WarcRecords(const std::string& path, std::string shown);
  ~WarcRecords();
  WarcRecords(WarcRecords&&) noexcept;
  WarcRecords& operator=(WarcRecords&&) noexcept;

  /// The next record; none at the end, or where reading failed.
  std::optional<WarcPiece> next();

  /// What went wrong so far, once.
  std::optional<InputError> take_error();

  /// Whether the file ends inside a record that was left for its writer to finish.
  bool waits() const;

  /// Whether the end of the file was reached, so that what was not seen is not in it.
  bool complete() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mahdar
