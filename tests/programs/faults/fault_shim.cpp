// A library to be preloaded into a program: it makes one chosen write, sync or rename below a folder fail, or
// only counts them. Everything is told by environment variables:
//   MAHDAR_FAULT_DIR   the folder; nothing else is touched. Its lock file is left alone: what is written
//   there is
//                      a courtesy to whoever waits.
//   MAHDAR_FAULT_LOG   a file that gets a line a counted call, or, where one is to fail, a line a failure
//   MAHDAR_FAULT_AT    which call fails, from 1 on; absent: none
//   MAHDAR_FAULT_KIND  eio, enospc: the call fails. full: it and every later one fail with ENOSPC. short: it
//   writes
//                      the first half and says so. torn: it writes the first half, and the next call fails
//                      with EIO.

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

enum class Verdict { kPass, kHalf, kEio, kEnospc };

std::string_view setting(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string path_of(int file) {
  char link[32];
  char path[PATH_MAX];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t size = ::readlink(link, path, sizeof path);
  return size < 0 ? std::string() : std::string(path, static_cast<std::size_t>(size));
}

std::string path_at(int folder, const char* path) {
  return folder == AT_FDCWD || path[0] == '/' ? path : path_of(folder) + '/' + path;
}

bool is_watched(std::string_view path) {
  const std::string_view dir = setting("MAHDAR_FAULT_DIR");
  if (dir.empty() || !path.starts_with(dir)) return false;
  const std::string_view rest = path.substr(dir.size());
  return (rest.empty() || rest.front() == '/') && rest != "/lock";
}

void log(const char* call, std::string_view path) {
  const int saved = errno;
  const std::string line = std::string(call) + ' ' + std::string(path) + '\n';
  const std::string file(setting("MAHDAR_FAULT_LOG"));
  const auto log = static_cast<int>(
      ::syscall(SYS_openat, AT_FDCWD, file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644));
  if (log >= 0) {
    ::syscall(SYS_write, log, line.data(), line.size());
    ::close(log);
  }
  errno = saved;
}

Verdict judge_failing(unsigned long at, unsigned long number, bool writes) {
  const std::string_view kind = setting("MAHDAR_FAULT_KIND");
  if (kind == "full") return number >= at ? Verdict::kEnospc : Verdict::kPass;
  if (kind == "torn" && number == at + 1) return Verdict::kEio;
  if (number != at) return Verdict::kPass;
  if (kind == "torn" || kind == "short") return writes ? Verdict::kHalf : Verdict::kPass;
  return kind == "enospc" ? Verdict::kEnospc : Verdict::kEio;
}

Verdict judge(const char* call, std::string_view path, bool writes) {
  static std::atomic<unsigned long> calls{0};
  if (!is_watched(path)) return Verdict::kPass;
  const unsigned long number = ++calls;
  const std::string at(setting("MAHDAR_FAULT_AT"));
  const Verdict verdict =
      at.empty() ? Verdict::kPass : judge_failing(std::strtoul(at.c_str(), nullptr, 10), number, writes);
  if (at.empty() || verdict != Verdict::kPass) log(call, path);
  return verdict;
}

/// Whether the call is to fail; sets errno then.
bool fails(Verdict verdict) {
  if (verdict == Verdict::kEio) errno = EIO;
  if (verdict == Verdict::kEnospc) errno = ENOSPC;
  return verdict == Verdict::kEio || verdict == Verdict::kEnospc;
}

template <typename Function>
Function* next_named(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

std::size_t allowed(Verdict verdict, std::size_t size) {
  return verdict == Verdict::kHalf && size > 1 ? size / 2 : size;
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  static auto* const real = next_named<ssize_t(int, const void*, size_t)>("write");
  const Verdict verdict = judge("write", path_of(file), true);
  return fails(verdict) ? -1 : real(file, bytes, allowed(verdict, size));
}

ssize_t writev(int file, const struct iovec* parts, int count) {
  static auto* const real = next_named<ssize_t(int, const struct iovec*, int)>("writev");
  const Verdict verdict = judge("writev", path_of(file), true);
  if (fails(verdict)) return -1;
  if (verdict != Verdict::kHalf || count < 1) return real(file, parts, count);
  const iovec half{parts[0].iov_base, allowed(verdict, parts[0].iov_len)};
  return real(file, &half, 1);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
  static auto* const real = next_named<ssize_t(int, const void*, size_t, off_t)>("pwrite");
  const Verdict verdict = judge("pwrite", path_of(file), true);
  return fails(verdict) ? -1 : real(file, bytes, allowed(verdict, size), offset);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
  static auto* const real = next_named<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  const Verdict verdict = judge("pwrite", path_of(file), true);
  return fails(verdict) ? -1 : real(file, bytes, allowed(verdict, size), offset);
}

int fsync(int file) {
  static auto* const real = next_named<int(int)>("fsync");
  return fails(judge("fsync", path_of(file), false)) ? -1 : real(file);
}

int fdatasync(int file) {
  static auto* const real = next_named<int(int)>("fdatasync");
  return fails(judge("fdatasync", path_of(file), false)) ? -1 : real(file);
}

int rename(const char* from, const char* to) {
  static auto* const real = next_named<int(const char*, const char*)>("rename");
  return fails(judge("rename", to, false)) ? -1 : real(from, to);
}

int renameat(int from_folder, const char* from, int to_folder, const char* to) {
  static auto* const real = next_named<int(int, const char*, int, const char*)>("renameat");
  return fails(judge("rename", path_at(to_folder, to), false)) ? -1 : real(from_folder, from, to_folder, to);
}
}
