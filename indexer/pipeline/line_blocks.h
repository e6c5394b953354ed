#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/read_position.h"
#include "schema/result.h"

namespace mahdar {

/// What a user can do about a last line that stays cut; tells that problem from others.
inline constexpr std::string_view kCutLineRemedy =
    "it is waited for and read once it is complete; remove it if nobody goes on writing it";

/// A stretch of whole lines of a file.
struct LineBlock {
  std::uint64_t first_line = 1;
  std::string bytes;
};

/// Reads a file, plain or gzip'd, or standard input, in blocks of whole lines of some hundred KB. JSON spread
/// over lines comes as one block. Lines longer than limits::kFileBytes are passed over and reported. A last
/// line of a plain file that is cut off, and what follows the last whole object of a gzip'd one that is, are
/// left for another run: their writer may buffer what it writes. They are reported where the file has not
/// been modified for an hour. Where reading fails, what it left of an object
/// is dropped: the failure has been told. Not thread-safe.
class LineBlocks {
 public:
  /// `path` "-" reads standard input. `start`: how far it was read before; reading goes on from there where
  /// the bytes before it are still the same, else from the beginning.
  LineBlocks(const std::string& path, std::string shown, const ReadPosition& start = {});
  ~LineBlocks();
  LineBlocks(LineBlocks&&) noexcept;
  LineBlocks& operator=(LineBlocks&&) noexcept;

  /// The next block, of `most_lines` at most; none at the end, or where reading failed.
  std::optional<LineBlock> next(std::size_t most_lines = std::numeric_limits<std::size_t>::max());

  /// What went wrong so far, once: a line passed over (reading goes on), or the file (no more blocks).
  std::optional<InputError> take_error();

  /// Whether the end of the file was reached, so that what was not seen is not in it.
  bool complete() const;

  /// Whether the last line, or the rest of a gzip'd file, was left for its writer to finish.
  bool waits() const;

  /// Whether reading went on from `start`.
  bool continued() const;

  /// After all blocks given out. Offset 0 where reading can only begin anew.
  ReadPosition position() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mahdar
