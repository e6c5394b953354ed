#include "indexer/pipeline/file_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <zlib.h>

#include "indexer/readers/json_split.h"
#include "indexer/readers/limits.h"

namespace mahdar {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;

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

Result<std::string> read_file(const std::string& path, const std::string& shown) {
  const int file = open_regular(path);
  if (file < 0) return Unexpected(unreadable(shown, errno));
  std::string bytes;
  std::size_t filled = 0;
  while (filled <= limits::kFileBytes) {
    if (bytes.size() - filled < kBlockBytes / 4) bytes.resize(filled + kBlockBytes);
    const ssize_t got = ::read(file, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      const int why = errno;
      ::close(file);
      return Unexpected(unreadable(shown, why));
    }
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  ::close(file);
  if (filled > limits::kFileBytes) return Unexpected(too_large(shown));
  bytes.resize(filled);
  return bytes;
}

struct LineBlocks::State {
  gzFile file = nullptr;
  std::string shown;
  std::string rest;  ///< read, not yet given out
  std::uint64_t line = 1;
  bool ended = false;
  bool failed = false;
  bool skipping = false;  ///< inside a line that is too long
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
    error = InputError{
        shown, 0, fmt::format("cannot be read to its end: {}", code == Z_ERRNO ? std::strerror(errno) : what),
        "check the file; what was read before is kept"};
  }

  LineBlock take(std::size_t bytes) {
    LineBlock block{line, rest.substr(0, bytes)};
    rest.erase(0, bytes);
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
    rest.erase(0, skipping ? rest.size() : end + 1);
    if (!skipping) ++line;
    return !skipping;
  }
};

LineBlocks::LineBlocks(const std::string& path, std::string shown) : state_(std::make_unique<State>()) {
  state_->shown = std::move(shown);
  const int file = path == "-" ? ::dup(STDIN_FILENO) : open_regular(path);
  if (file >= 0) state_->file = gzdopen(file, "rb");
  if (state_->file == nullptr) {
    state_->error = unreadable(state_->shown, errno);
    state_->failed = true;
    return;
  }
  gzbuffer(state_->file, static_cast<unsigned>(kBlockBytes));
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
      state.fill(limits::kFileBytes + 1);
      if (state.rest.size() <= limits::kFileBytes) return state.take(state.rest.size());
      state.error = too_large(state.shown);
      state.error->remedy = "give an object a line: JSON Lines may be of any size";
      state.failed = true;
      return std::nullopt;
    }
    const auto last_line = state.rest.rfind('\n');
    if (last_line != std::string::npos) return state.take(last_line + 1);
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
  return state_->ended;
}

}  // namespace mahdar
