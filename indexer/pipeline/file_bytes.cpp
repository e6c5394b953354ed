#include "indexer/pipeline/file_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "indexer/content_hash.h"
#include "indexer/file_stamp.h"
#include "indexer/readers/limits.h"

namespace mahdar {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;
constexpr int kReadAttempts = 3;
constexpr std::int64_t kPatienceNs = std::int64_t{3600} * 1'000'000'000;

}  // namespace

InputError unreadable(const std::string& shown, int why) {
  return {shown, 0, std::string("cannot be read: ") + std::strerror(why),
          "check that it exists and its permissions"};
}

InputError too_large(const std::string& shown) {
  return {shown, 0, fmt::format("larger than {} MB", limits::kFileBytes >> 20),
          "split it, or take it out of the source"};
}

bool may_grow(const std::string& path) {
  struct stat status {};
  if (path == "-" || ::stat(path.c_str(), &status) != 0) return false;
  return std::abs(file_stamp(status).mtime_ns - wall_clock_ns()) < kPatienceNs;
}

int open_regular(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) return -1;
  struct stat status {};
  if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode)) return file;
  ::close(file);
  errno = EINVAL;
  return -1;
}

namespace {

/// Closes itself.
class OpenFile {
 public:
  explicit OpenFile(const std::string& path) : number_(open_regular(path)) {}
  ~OpenFile() {
    if (number_ >= 0) ::close(number_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int number() const { return number_; }
  FileStamp stamp() const {
    struct stat status {};
    return ::fstat(number_, &status) == 0 ? file_stamp(status) : FileStamp{};
  }

 private:
  int number_;
};

/// Reads up to the end or the cap and one block more; false where that fails.
bool read_all(int file, std::string& bytes) {
  std::size_t filled = 0;
  while (filled <= limits::kFileBytes) {
    if (bytes.size() - filled < kBlockBytes / 4) bytes.resize(filled + kBlockBytes);
    const ssize_t got = ::read(file, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return true;
}

/// Adds the first `size` bytes of a file to a hash, as far as there are any; the number added.
std::uint64_t hash_bytes_of(int file, std::uint64_t size, RunningHash& hash, char& last) {
  std::string block(kBlockBytes, '\0');
  std::uint64_t done = 0;
  while (done < size) {
    const ssize_t got = ::read(file, block.data(), std::min<std::uint64_t>(block.size(), size - done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    const auto count = static_cast<std::size_t>(got);
    hash.add(std::string_view(block).substr(0, count));
    last = block[count - 1];
    done += count;
  }
  return done;
}

}  // namespace

bool is_prefix(int file, const ReadPosition& start, RunningHash& hash) {
  struct stat status {};
  if (start.offset == 0 || ::fstat(file, &status) != 0) return false;
  const bool at_end = static_cast<std::uint64_t>(status.st_size) == start.offset;
  if (!at_end && start.lines == 0) return false;
  char last = 0;
  char next = 0;
  if (hash_bytes_of(file, start.offset, hash, last) != start.offset || hash.hex() != start.hash) return false;
  return at_end || last == '\n' ||
         (::pread(file, &next, 1, static_cast<off_t>(start.offset)) == 1 && next == '\n');
}

Result<FileBytes> read_file(const std::string& path, const std::string& shown) {
  FileBytes read;
  for (int attempt = 0; attempt < kReadAttempts; ++attempt) {
    const OpenFile file(path);
    if (file.number() < 0) return Unexpected(unreadable(shown, errno));
    const FileStamp before = file.stamp();
    read.bytes.clear();
    if (!read_all(file.number(), read.bytes)) return Unexpected(unreadable(shown, errno));
    if (read.bytes.size() > limits::kFileBytes) return Unexpected(too_large(shown));
    read.settled = file.stamp() == before && before.size == read.bytes.size();
    if (read.settled) break;
  }
  return read;
}

std::string hash_file(const std::string& path) {
  const OpenFile file(path);
  if (file.number() < 0) return {};
  RunningHash hash;
  char last = 0;
  hash_bytes_of(file.number(), std::numeric_limits<std::uint64_t>::max(), hash, last);
  return hash.hex();
}

bool can_go_on(const std::string& path, const ReadPosition& start) {
  const OpenFile file(path);
  RunningHash hash;
  return file.number() >= 0 && is_prefix(file.number(), start, hash);
}

}  // namespace mahdar
