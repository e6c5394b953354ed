#pragma once

#include <cstdint>

struct stat;

namespace mahdar {

/// What the file system says of a file. Where any of it differs, the bytes may; whether a time is later or
/// earlier than another says nothing: copies and archives bring old times with them.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;  ///< since 1970; 0 in the state of a file: it has to be looked at again
  std::int64_t ctime_ns = 0;

  bool operator==(const FileStamp&) const = default;
};

FileStamp file_stamp(const struct stat& status);

/// Whether a file was modified so shortly before `now`, or after it, that it may change again without a new
/// time, or is still being written.
bool is_racy(const FileStamp& stamp, std::int64_t now_ns);

/// The stamp to remember of a file scanned at `scan_time_ns`: without a time where it is racy.
FileStamp trusted_stamp(const FileStamp& stamp, std::int64_t scan_time_ns);

/// Now, in nanoseconds since 1970.
std::int64_t wall_clock_ns();

}  // namespace mahdar
