#include "schema/index_layout.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

#include "schema/ascii.h"

namespace mahdar {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kGeneration = "gen-";
constexpr std::size_t kDigits = 6;
constexpr std::size_t kMaxDigits = 9;

/// The number of a generation's name, or none where it is no such name.
std::optional<unsigned long> generation_number(std::string_view name) {
  if (!name.starts_with(kGeneration)) return std::nullopt;
  const std::string digits(name.substr(kGeneration.size()));
  if (digits.size() < kDigits || digits.size() > kMaxDigits) return std::nullopt;
  if (!std::all_of(digits.begin(), digits.end(), is_ascii_digit)) return std::nullopt;
  return std::stoul(digits);
}

[[noreturn]] void throw_errno(const char* action, const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), fmt::format("cannot {} {}", action, path.string()));
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags)
      : path_(path), fd_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (fd_ < 0) throw_errno("open", path_);
  }
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) throw_errno("write", path_);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void sync() const {
    if (::fsync(fd_) != 0) throw_errno("sync", path_);
  }

 private:
  const fs::path& path_;
  int fd_;
};

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

}  // namespace

fs::path IndexLayout::default_root() {
  if (const std::string db = environment("MAHDAR_DB"); !db.empty()) return db;
  // The base directory specification asks to ignore relative paths.
  if (const fs::path data = environment("XDG_DATA_HOME"); data.is_absolute()) return data / "mahdar";
  return fs::path(environment("HOME")) / ".local" / "share" / "mahdar";
}

std::optional<std::string> IndexLayout::current() const {
  const fs::path path = root_ / "CURRENT";
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return std::nullopt;
  if (error) throw fs::filesystem_error("cannot read", path, error);
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::string name(std::istreambuf_iterator<char>(file), {});
  if (!file.is_open() || file.bad())
    throw fs::filesystem_error("cannot read", path,
                               std::error_code(errno ? errno : EIO, std::generic_category()));
  if (name.ends_with('\n')) name.pop_back();
  if (!generation_number(name))
    throw fs::filesystem_error("damaged: it names no generation", path,
                               std::make_error_code(std::errc::io_error));
  return name;
}

std::string IndexLayout::next_generation() const {
  unsigned long highest = 0;
  std::error_code error;
  for (fs::directory_iterator it(root_, error), end; !error && it != end; it.increment(error))
    if (const auto number = generation_number(it->path().filename().string()))
      highest = std::max(highest, *number);
  if (error && error != std::errc::no_such_file_or_directory)
    throw fs::filesystem_error("cannot list", root_, error);
  return fmt::format("{}{:0{}}", kGeneration, highest + 1, kDigits);
}

void IndexLayout::switch_to(const std::string& name) const {
  const fs::path current = root_ / "CURRENT";
  const fs::path fresh = root_ / "CURRENT.new";
  {
    const Descriptor file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
    file.write(name + "\n");
    file.sync();
  }
  fs::rename(fresh, current);
  sync_directory(root_);
}

void sync_directory(const fs::path& dir) {
  Descriptor(dir, O_RDONLY | O_DIRECTORY).sync();
}

}  // namespace mahdar
