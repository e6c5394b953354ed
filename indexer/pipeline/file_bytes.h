#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "indexer/read_position.h"
#include "schema/result.h"

namespace mahdar {

/// What was read of a file.
struct FileBytes {
  std::string bytes;
  bool settled = true;  ///< false: it changed while it was read, several times over
};

/// The whole of a regular file of at most limits::kFileBytes.
Result<FileBytes> read_file(const std::string& path, const std::string& shown);

/// hash_hex of a regular file of any size; empty where it cannot be read.
std::string hash_file(const std::string& path);

/// Whether a file still begins with what was read of it, so that reading can go on behind it.
bool can_go_on(const std::string& path, const ReadPosition& start);

/// Opens a regular file for reading; -1 with errno set where it is not one, or cannot be opened. A FIFO or
/// device is never waited for.
int open_regular(const std::string& path);

/// A stretch of whole lines of a file.
struct LineBlock {
  std::uint64_t first_line = 1;
  std::string bytes;
};

/// Reads a file, plain or gzip'd, or standard input, in blocks of whole lines of some hundred KB. JSON spread
/// over lines comes as one block. Lines longer than limits::kFileBytes are passed over and reported. A last
/// line that is being written (cut, in a plain file modified this very moment) is left for another run. Not
/// thread-safe.
class LineBlocks {
 public:
  /// `path` "-" reads standard input. `start`: how far it was read before; reading goes on from there where
  /// the bytes before it are still the same, else from the beginning.
  LineBlocks(const std::string& path, std::string shown, const ReadPosition& start = {});
  ~LineBlocks();
  LineBlocks(LineBlocks&&) noexcept;
  LineBlocks& operator=(LineBlocks&&) noexcept;

  /// The next block; none at the end, or where reading failed.
  std::optional<LineBlock> next();

  /// What went wrong so far, once: a line passed over (reading goes on), or the file (no more blocks).
  std::optional<InputError> take_error();

  /// Whether the end of the file was reached, so that what was not seen is not in it.
  bool complete() const;

  /// Whether reading went on from `start`.
  bool continued() const;

  /// After all blocks given out. Offset 0 where reading can only begin anew.
  ReadPosition position() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mahdar
