#include "indexer/pipeline/warc_records.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <zlib.h>

#include "indexer/pipeline/file_bytes.h"
#include "indexer/readers/limits.h"
#include "indexer/readers/warc_record.h"

namespace mahdar {
namespace {

constexpr std::size_t kStep = std::size_t{256} << 10;
/// What one record may make us inflate only to pass over it.
constexpr std::uint64_t kLargestSkipped = std::uint64_t{4} << 30;

}  // namespace

struct WarcRecords::State {
  gzFile file = nullptr;
  std::string path;
  std::string shown;
  std::string rest;  ///< read, not yet given out
  std::uint64_t number = 0;
  bool ended = false;
  bool cut = false;  ///< gzip'd, and ended before its own end
  bool withheld = false;
  bool failed = false;
  std::optional<InputError> error;

  ~State() {
    if (file != nullptr) gzclose(file);
  }

  void fail(std::string what, std::string remedy = "fetch the archive again; what was read before is kept") {
    failed = true;
    error = InputError{shown, 0, std::move(what), std::move(remedy)};
  }

  /// The file ends inside a record.
  void fail_at_end() {
    withheld = may_grow(path);
    if (withheld) {
      failed = true;
    } else {
      fail(cut ? "cannot be read to its end: unexpected end of file"
               : fmt::format("record {} is cut", number));
    }
  }

  /// Whether the rest of the file is a record's head as far as that was written.
  bool ends_in_head() const {
    constexpr std::string_view kBegin = "WARC/";
    return ended && rest.size() < kWarcHeadBytes && rest.find("\r\n\r\n") == std::string::npos &&
           std::string_view(rest).starts_with(kBegin.substr(0, rest.size()));
  }

  /// Reads until `rest` holds `wanted` bytes; false where the file ends first.
  bool fill(std::size_t wanted) {
    while (!ended && !failed && rest.size() < wanted) {
      const std::size_t before = rest.size();
      rest.resize(before + kStep);
      const int got = gzread(file, rest.data() + before, kStep);
      rest.resize(before + static_cast<std::size_t>(std::max(got, 0)));
      if (got > 0) continue;
      int code = Z_OK;
      const char* what = gzerror(file, &code);
      cut = code == Z_BUF_ERROR;
      ended = cut || (got == 0 && (code == Z_OK || code == Z_STREAM_END));
      if (!ended)
        fail(fmt::format("cannot be read to its end: {}", code == Z_ERRNO ? std::strerror(errno) : what));
    }
    return rest.size() >= wanted;
  }

  /// Drops `bytes` of what comes; false where the file ends first.
  bool skip(std::uint64_t bytes) {
    while (bytes > 0 && (fill(1) || !rest.empty())) {
      const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, rest.size()));
      rest.erase(0, part);
      bytes -= part;
    }
    return bytes == 0;
  }

  void skip_empty_lines() {
    while (fill(1) && (rest.front() == '\r' || rest.front() == '\n'))
      rest.erase(0, std::min(rest.find_first_not_of("\r\n"), rest.size()));
  }

  void pass_over(const WarcHead& head) {
    if (head.block_bytes > kLargestSkipped)
      return fail(fmt::format("record {} claims {} bytes", number, head.block_bytes));
    if (head.type == "response" && head.uri.starts_with("http"))
      error = InputError{
          shown, 0,
          fmt::format("record {} ({}): larger than {} MB", number, head.uri, limits::kFileBytes >> 20),
          "the other records are not affected"};
    constexpr std::uint64_t kEmptyLines = 4;  // may be missing at the end of a file
    if (!skip(head.record_bytes() - kEmptyLines) && !failed) fail_at_end();
  }
};

WarcRecords::WarcRecords(const std::string& path, std::string shown) : state_(std::make_unique<State>()) {
  state_->path = path;
  state_->shown = std::move(shown);
  const int file = open_regular(path);
  if (file >= 0) state_->file = gzdopen(file, "rb");
  if (state_->file == nullptr)
    state_->fail(std::string("cannot be read: ") + std::strerror(errno),
                 "check that it exists and its permissions");
  else
    gzbuffer(state_->file, static_cast<unsigned>(kStep));
}

WarcRecords::~WarcRecords() = default;
WarcRecords::WarcRecords(WarcRecords&&) noexcept = default;
WarcRecords& WarcRecords::operator=(WarcRecords&&) noexcept = default;

std::optional<WarcPiece> WarcRecords::next() {
  State& state = *state_;
  while (!state.failed) {
    state.skip_empty_lines();
    if (state.failed) return std::nullopt;
    if (state.rest.empty()) {
      if (state.cut) state.fail_at_end();
      return std::nullopt;
    }
    ++state.number;
    state.fill(kWarcHeadBytes);
    const auto head = parse_warc_head(state.rest);
    if (!head) {
      if (state.ends_in_head()) {
        state.fail_at_end();
      } else {
        state.fail(fmt::format("record {} has no WARC head", state.number));
      }
      return std::nullopt;
    }
    if (head->block_bytes > limits::kFileBytes) {
      state.pass_over(*head);
      continue;
    }
    const auto size = head->head_bytes + static_cast<std::size_t>(head->block_bytes);
    if (!state.fill(size)) {
      if (!state.failed) state.fail_at_end();
      return std::nullopt;
    }
    WarcPiece piece{state.number, state.rest.substr(0, size)};
    state.rest.erase(0, size);
    return piece;
  }
  return std::nullopt;
}

std::optional<InputError> WarcRecords::take_error() {
  return std::exchange(state_->error, std::nullopt);
}

bool WarcRecords::waits() const {
  return state_->withheld;
}

bool WarcRecords::complete() const {
  return state_->ended && !state_->failed;
}

}  // namespace mahdar
