#include "indexer/write/index_lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

#include <fmt/format.h>

#include "indexer/command_error.h"

namespace mahdar {
namespace {

std::string holder_of(int file) {
  std::array<char, 32> text{};
  const ssize_t got = ::pread(file, text.data(), text.size() - 1, 0);
  std::string pid(text.data(), static_cast<std::size_t>(got < 0 ? 0 : got));
  while (!pid.empty() && pid.back() == '\n') pid.pop_back();
  return pid.empty() ? "another process" : "process " + pid;
}

}  // namespace

IndexLock::IndexLock(const std::filesystem::path& file)
    : file_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
  if (file_ < 0) {
    const ExitCode code =
        errno == EACCES || errno == EPERM || errno == EROFS ? ExitCode::kPermission : ExitCode::kCannotCreate;
    throw CommandError(code, fmt::format("{}: {}", file.string(), std::strerror(errno)));
  }
  while (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
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
  ::close(file_);
}

}  // namespace mahdar
