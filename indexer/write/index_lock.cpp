#include "indexer/write/index_lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/stop_signal.h"

namespace mahdar {
namespace {

constexpr std::chrono::milliseconds kLook{100};

std::string holder_of(int file) {
  std::array<char, 32> text{};
  const ssize_t got = ::pread(file, text.data(), text.size() - 1, 0);
  std::string pid(text.data(), static_cast<std::size_t>(got < 0 ? 0 : got));
  while (!pid.empty() && pid.back() == '\n') pid.pop_back();
  return pid.empty() ? "another process" : "process " + pid;
}

}  // namespace

IndexLock::IndexLock(const std::filesystem::path& file, std::chrono::duration<double> wait)
    : file_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
  if (file_ < 0) {
    const ExitCode code =
        errno == EACCES || errno == EPERM || errno == EROFS ? ExitCode::kPermission : ExitCode::kCannotCreate;
    throw CommandError(code, fmt::format("{}: {}", file.string(), std::strerror(errno)));
  }
  const auto give_up = std::chrono::steady_clock::now() + wait;
  while (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno == EWOULDBLOCK && std::chrono::steady_clock::now() < give_up && !stop_requested()) {
      std::this_thread::sleep_for(kLook);
      continue;
    }
    const std::string holder = holder_of(file_);
    ::close(file_);
    throw CommandError(ExitCode::kLocked,
                       fmt::format("{} is writing the index {}; try again when it has finished", holder,
                                   file.parent_path().string()));
  }
  const std::string pid = fmt::format("{}\n", ::getpid());
  if (::ftruncate(file_, 0) != 0 || ::pwrite(file_, pid.data(), pid.size(), 0) < 0)
    return;  // only a courtesy
}

IndexLock::~IndexLock() {
  // Who comes next shall not be told of a process that is gone.
  [[maybe_unused]] const int ignored = ::ftruncate(file_, 0);
  ::close(file_);
}

}  // namespace mahdar
