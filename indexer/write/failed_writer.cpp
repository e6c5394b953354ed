#include "indexer/write/failed_writer.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <unistd.h>
#include <vector>

#include "schema/exit_code.h"

namespace mahdar {
namespace {

std::terminate_handler former_handler = nullptr;

bool is_of_a_disk(int error) {
  return error == EIO || error == ENOSPC || error == EDQUOT || error == EFBIG || error == EROFS;
}

/// Called inside Xapian, maybe with locks held: no destructor and no allocation any more.
[[noreturn]] void end_after_failed_write() {
  const int why = errno;
  if (!is_of_a_disk(why)) {
    former_handler();
    std::abort();
  }
  std::array<char, 512> text{};
  const int size =
      std::snprintf(text.data(), text.size(),
                    "mahdar-index: writing the index failed: %s; everything committed before is kept. Make "
                    "room or mend the disk, then run the same command again\n",
                    std::strerror(why));
  [[maybe_unused]] const ssize_t ignored =
      ::write(STDERR_FILENO, text.data(), static_cast<std::size_t>(size > 0 ? size : 0));
  ::_exit(to_int(ExitCode::kIoError));
}

}  // namespace

void FailedWriterGuard::watch(const Xapian::WritableDatabase& writer) {
  writer_ = writer;
  static std::once_flag once;
  std::call_once(once, [] { former_handler = std::set_terminate(end_after_failed_write); });
}

FailedWriterGuard::~FailedWriterGuard() {
  if (std::uncaught_exceptions() <= exceptions_) return;
  static std::mutex mutex;
  static auto* const kept = new std::vector<Xapian::WritableDatabase>;
  const std::lock_guard lock(mutex);
  kept->push_back(writer_);
}

}  // namespace mahdar
