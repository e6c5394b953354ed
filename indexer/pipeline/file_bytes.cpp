#include "indexer/pipeline/file_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <zlib.h>

#include "indexer/content_hash.h"
#include "indexer/file_stamp.h"
#include "indexer/readers/json_split.h"
#include "indexer/readers/limits.h"
#include "indexer/stop_signal.h"

namespace mahdar {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;
constexpr int kReadAttempts = 3;

InputError unreadable(const std::string& shown, int why) {
  return {shown, 0, std::string("cannot be read: ") + std::strerror(why),
          "check that it exists and its permissions"};
}

InputError too_large(const std::string& shown) {
  return {shown, 0, fmt::format("larger than {} MB", limits::kFileBytes >> 20),
          "split it, or take it out of the source"};
}

}  // namespace

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

/// Whether a file begins with what was read before, and reading can go on behind it: at its end, or where a
/// line ends. The hash and the descriptor move on as far as it was read.
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

bool is_json(std::string_view line) {
  return nlohmann::json::accept(line);
}

}  // namespace

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

struct LineBlocks::State {
  gzFile file = nullptr;
  std::string path;
  std::string shown;
  std::string rest;  ///< read, not yet given out
  std::uint64_t line = 1;
  bool ended = false;
  bool failed = false;
  bool skipping = false;  ///< inside a line that is too long
  bool continued = false;
  bool only_whole = false;  ///< gzip'd, or spread JSON: no place inside it to go on from
  bool withheld = false;    ///< the last line is still being written
  std::uint64_t offset = 0;
  RunningHash hash;
  std::optional<InputError> error;

  ~State() {
    if (file != nullptr) gzclose(file);
  }

  /// Reads until `rest` holds `wanted` bytes or the file ends.
  void fill(std::size_t wanted) {
    while (!ended && !failed && rest.size() < wanted) {
      const std::size_t before = rest.size();
      rest.resize(std::max(wanted, before + kBlockBytes / 4));
      const int got = gzread(file, rest.data() + before, static_cast<unsigned>(rest.size() - before));
      rest.resize(before + static_cast<std::size_t>(std::max(got, 0)));
      if (got <= 0) finish(got);
    }
  }

  void finish(int got) {
    int code = Z_OK;
    const char* what = gzerror(file, &code);
    ended = got == 0 && (code == Z_OK || code == Z_STREAM_END);
    if (ended) return;
    failed = true;
    if (stop_requested()) return;  // which interrupts reading, and is no fault of the file
    error = InputError{
        shown, 0, fmt::format("cannot be read to its end: {}", code == Z_ERRNO ? std::strerror(errno) : what),
        "check the file; what was read before is kept"};
  }

  /// Moves the descriptor behind what was read before, where that is still the same.
  void go_on_from(const ReadPosition& start, int descriptor) {
    continued = is_prefix(descriptor, start, hash);
    if (continued) {
      offset = start.offset;
      line = start.lines + 1;
      only_whole = start.lines == 0;
    } else {
      hash = RunningHash();
      ::lseek(descriptor, 0, SEEK_SET);
    }
  }

  /// Takes bytes off `rest`.
  void consume(std::size_t bytes) {
    hash.add(std::string_view(rest).substr(0, bytes));
    offset += bytes;
    rest.erase(0, bytes);
  }

  /// Whether what is left is a line that its writer has not finished.
  bool is_cut_off() const {
    struct stat status {};
    return path != "-" && !only_whole && ::stat(path.c_str(), &status) == 0 &&
           is_racy(file_stamp(status), wall_clock_ns()) && !is_json(rest);
  }

  LineBlock take(std::size_t bytes) {
    LineBlock block{line, rest.substr(0, bytes)};
    consume(bytes);
    line += static_cast<std::uint64_t>(std::ranges::count(block.bytes, '\n'));
    return block;
  }

  /// Drops the line too long for us, up to its end; false where the file ends first.
  bool skip_line() {
    const auto end = rest.find('\n');
    if (!skipping) {
      error = too_large(shown);
      error->line = line;
    }
    skipping = end == std::string::npos;
    consume(skipping ? rest.size() : end + 1);
    if (!skipping) ++line;
    return !skipping;
  }
};

LineBlocks::LineBlocks(const std::string& path, std::string shown, const ReadPosition& start)
    : state_(std::make_unique<State>()) {
  state_->path = path;
  state_->shown = std::move(shown);
  const int file = path == "-" ? ::dup(STDIN_FILENO) : open_regular(path);
  if (file >= 0) state_->go_on_from(start, file);
  if (file >= 0) state_->file = gzdopen(file, "rb");
  if (state_->file == nullptr) {
    state_->error = unreadable(state_->shown, errno);
    state_->failed = true;
    return;
  }
  gzbuffer(state_->file, static_cast<unsigned>(kBlockBytes));
  if (path != "-" && !state_->continued) state_->only_whole = gzdirect(state_->file) == 0;
}

LineBlocks::~LineBlocks() = default;
LineBlocks::LineBlocks(LineBlocks&&) noexcept = default;
LineBlocks& LineBlocks::operator=(LineBlocks&&) noexcept = default;

std::optional<LineBlock> LineBlocks::next() {
  State& state = *state_;
  std::size_t wanted = kBlockBytes;
  while (true) {
    state.fill(wanted);
    if (state.rest.empty()) return std::nullopt;
    if (state.skipping && !state.skip_line()) continue;
    if (state.line == 1 && is_spread_json(state.rest)) {
      state.only_whole = true;
      state.fill(limits::kFileBytes + 1);
      if (state.rest.size() <= limits::kFileBytes) return state.take(state.rest.size());
      state.error = too_large(state.shown);
      state.error->remedy = "give an object a line: JSON Lines may be of any size";
      state.failed = true;
      return std::nullopt;
    }
    const auto last_line = state.rest.rfind('\n');
    if (last_line != std::string::npos) return state.take(last_line + 1);
    if (state.ended && state.is_cut_off()) {
      state.withheld = true;
      return std::nullopt;
    }
    if (state.ended || state.failed) return state.take(state.rest.size());
    if (state.rest.size() > limits::kFileBytes) {
      state.skip_line();
      wanted = kBlockBytes;
    } else {
      wanted = state.rest.size() + kBlockBytes;
    }
  }
}

std::optional<InputError> LineBlocks::take_error() {
  return std::exchange(state_->error, std::nullopt);
}

bool LineBlocks::complete() const {
  return state_->ended && !state_->withheld;
}

bool LineBlocks::continued() const {
  return state_->continued;
}

ReadPosition LineBlocks::position() const {
  const State& state = *state_;
  if (state.path == "-") return {};
  if (!state.only_whole || state.continued) return {state.offset, state.line - 1, state.hash.hex()};
  struct stat status {};
  if (!state.ended || !state.rest.empty() || ::stat(state.path.c_str(), &status) != 0) return {};
  return {static_cast<std::uint64_t>(status.st_size), 0, hash_file(state.path)};
}

}  // namespace mahdar
