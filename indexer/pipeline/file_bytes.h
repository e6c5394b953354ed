#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "schema/result.h"

namespace mahdar {

/// The whole of a regular file of at most limits::kFileBytes.
Result<std::string> read_file(const std::string& path, const std::string& shown);

/// Opens a regular file for reading; -1 with errno set where it is not one, or cannot be opened. A FIFO or
/// device is never waited for.
int open_regular(const std::string& path);

/// A stretch of whole lines of a file.
struct LineBlock {
  std::uint64_t first_line = 1;
  std::string bytes;
};

/// Reads a file, plain or gzip'd, or standard input, in blocks of whole lines of some hundred KB. JSON spread
/// over lines comes as one block. Lines longer than limits::kFileBytes are passed over and reported. Not
/// thread-safe.
class LineBlocks {
 public:
  /// `path` "-" reads standard input. Check error() first: a file that cannot be opened has no blocks.
  LineBlocks(const std::string& path, std::string shown);
  ~LineBlocks();
  LineBlocks(LineBlocks&&) noexcept;
  LineBlocks& operator=(LineBlocks&&) noexcept;

  /// The next block; none at the end, or where reading failed.
  std::optional<LineBlock> next();

  /// What went wrong so far, once: a line passed over (reading goes on), or the file (no more blocks).
  std::optional<InputError> take_error();

  /// Whether the end of the file was reached, so that what was not seen is not in it.
  bool complete() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mahdar
