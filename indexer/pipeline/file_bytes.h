#pragma once

#include <cstdint>
#include <string>

#include "indexer/content_hash.h"
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

/// Whether a file was modified within an hour of now: where it ends in the middle, its writer may not be
/// done.
bool may_grow(const std::string& path);

/// Opens a regular file for reading; -1 with errno set where it is not one, or cannot be opened. A FIFO or
/// device is never waited for.
int open_regular(const std::string& path);

/// Why a file is not read, and what to do: `why` is an errno.
InputError unreadable(const std::string& shown, int why);
InputError too_large(const std::string& shown);

/// Whether a file begins with what was read before, and reading can go on behind it: at its end, or where a
/// line ends. The hash and the descriptor, at the file's beginning, move on as far as it was read.
bool is_prefix(int file, const ReadPosition& start, RunningHash& hash);

}  // namespace mahdar
