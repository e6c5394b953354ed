#include "indexer/pipeline/line_blocks.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <zlib.h>

#include "indexer/content_hash.h"
#include "indexer/pipeline/file_bytes.h"
#include "indexer/readers/json_split.h"
#include "indexer/readers/limits.h"
#include "indexer/stop_signal.h"

namespace mahdar {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;

/// Where the first lines end, at most at `end`.
std::size_t end_of_lines(std::string_view bytes, std::size_t most_lines, std::size_t end) {
  if (most_lines >= end) return end;
  std::size_t at = 0;
  for (std::size_t lines = 0; lines < most_lines && at < end; ++lines) at = bytes.find('\n', at) + 1;
  return at;
}

bool is_json(std::string_view line) {
  return nlohmann::json::accept(line);
}

/// Where the last object of spread JSON ends; 0 where none does.
std::size_t end_of_objects(std::string_view bytes) {
  std::size_t end = 0;
  split_objects(bytes, 1, [&](JsonPiece piece) {
    const auto piece_end = static_cast<std::size_t>(piece.json.data() - bytes.data()) + piece.json.size();
    if (piece_end < bytes.size() || is_json(piece.json)) end = piece_end;
  });
  return end;
}

}  // namespace

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
  bool withheld = false;    ///< the last line, or the rest of the gzip'd file, is still being written
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
    withheld = code == Z_BUF_ERROR && may_grow(path);
    if (withheld) return;
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
  bool is_cut_off() const { return path != "-" && !only_whole && !is_json(rest); }

  /// What reading that failed left of the object after the last whole one; it has been told with the failure.
  void drop_cut_object() {
    if (line == 1 && is_spread_json(rest)) {
      rest.resize(end_of_objects(rest));
    } else if (!is_json(rest)) {
      rest.clear();
    }
  }

  void withhold_line() {
    withheld = true;
    if (may_grow(path)) return;
    error = InputError{shown, line, "the last line is cut off", std::string(kCutLineRemedy)};
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

std::optional<LineBlock> LineBlocks::next(std::size_t most_lines) {
  State& state = *state_;
  std::size_t wanted = kBlockBytes;
  while (true) {
    state.fill(wanted);
    if (state.rest.empty()) return std::nullopt;
    if (state.skipping && !state.skip_line()) continue;
    if (state.line == 1 && is_spread_json(state.rest)) {
      state.only_whole = true;
      state.fill(limits::kFileBytes + 1);
      if (state.failed) state.drop_cut_object();
      if (state.rest.empty()) return std::nullopt;
      if (state.rest.size() <= limits::kFileBytes) return state.take(state.rest.size());
      state.error = too_large(state.shown);
      state.error->remedy = "give an object a line: JSON Lines may be of any size";
      state.failed = true;
      return std::nullopt;
    }
    const auto last_line = state.rest.rfind('\n');
    if (last_line != std::string::npos)
      return state.take(end_of_lines(state.rest, most_lines, last_line + 1));
    if (state.ended && state.is_cut_off()) {
      state.withhold_line();
      return std::nullopt;
    }
    if (state.failed) state.drop_cut_object();
    if (state.rest.empty()) return std::nullopt;
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

bool LineBlocks::waits() const {
  return state_->withheld;
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
