#include "indexer/file_stamp.h"

#include <chrono>
#include <sys/stat.h>

namespace mahdar {
namespace {

constexpr std::int64_t kRacyNs = 2'000'000'000;

std::int64_t nanoseconds(const struct timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

FileStamp file_stamp(const struct stat& status) {
  return {status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
          nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

bool is_racy(const FileStamp& stamp, std::int64_t now_ns) {
  return stamp.mtime_ns > now_ns - kRacyNs;
}

FileStamp trusted_stamp(const FileStamp& stamp, std::int64_t scan_time_ns) {
  FileStamp trusted = stamp;
  if (is_racy(stamp, scan_time_ns)) trusted.mtime_ns = 0;
  return trusted;
}

std::int64_t wall_clock_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace mahdar
