#include "indexer/scanner.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_set>
#include <utility>

namespace mahdar {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeadBytes = 1024;
constexpr std::size_t kDeepest = 100;
constexpr std::string_view kNotEmptied =
    "check the path, and whether its disk is mounted; nothing of it is removed without --allow-mass-delete";
constexpr std::string_view kEmptied =
    "what the index holds of it is removed, as --allow-mass-delete asks; check the path if that is wrong";

std::optional<std::string> head_of(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  if (file < 0) return std::nullopt;
  std::array<char, kHeadBytes> head{};
  const ssize_t got = ::read(file, head.data(), head.size());
  ::close(file);
  if (got < 0) return std::nullopt;
  return std::string(head.data(), static_cast<std::size_t>(got));
}

std::string join(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.empty() && path.back() != '/') path += '/';
  path += name;
  return path;
}

/// What is not to be taken again, or at all.
struct Seen {
  std::unordered_set<std::string> files;
  std::string index;
};

class Walk {
 public:
  Walk(Scan& scan, Seen& seen, ScannedRoot& root, std::string shown)
      : scan_(scan), seen_(seen), root_(root), shown_(std::move(shown)) {}

  /// `below`: path of the folder inside the root, empty for the root itself.
  void folder(const std::string& below, std::size_t depth) {
    if (depth > kDeepest) return problem(below, "folders nested too deep", "");
    const auto names = list(below);
    if (!names) return;
    for (const std::string& name : *names) entry(below.empty() ? name : join(below, name), depth);
  }

  void file(const std::string& below, const struct stat& status, bool given) {
    const std::string path = given ? root_.path : join(root_.path, below);
    const auto kind = kind_of(path, given);
    if (!kind) return;
    found_ = true;
    if (!seen_.files.insert(path).second) return;
    SourceFile file{path, given ? shown_ : join(shown_, below), root_.path, below, file_stamp(status), *kind};
    file.found_by_walk = !given || kind_of(path, false).has_value();
    scan_.files.push_back(std::move(file));
  }

  bool found() const { return found_; }

  void problem(const std::string& below, std::string what, std::string remedy) {
    root_.complete = false;
    InputError why{below.empty() ? shown_ : join(shown_, below), 0, std::move(what), std::move(remedy)};
    scan_.unread.push_back(
        {below.empty() ? root_.path : join(root_.path, below), root_.path, std::move(why)});
  }

 private:
  std::optional<std::vector<std::string>> list(const std::string& below) {
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(join(root_.path, below).c_str()), ::closedir);
    if (!folder) {
      problem(below, std::string("the folder cannot be read: ") + std::strerror(errno),
              "check its permissions");
      return std::nullopt;
    }
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(folder.get()))
      if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    if (errno != 0) problem(below, std::string("the folder cannot be listed: ") + std::strerror(errno), "");
    std::ranges::sort(names);
    return names;
  }

  void entry(const std::string& below, std::size_t depth) {
    struct stat status {};
    const std::string path = join(root_.path, below);
    if (::lstat(path.c_str(), &status) != 0) {
      if (errno != ENOENT)  // else it is gone since it was listed
        problem(below, std::string("cannot be looked at: ") + std::strerror(errno), "check its permissions");
      return;
    }
    if (S_ISDIR(status.st_mode) && path != seen_.index) folder(below, depth + 1);
    if (S_ISREG(status.st_mode)) file(below, status, false);
  }

  /// Reads the head only where the ending does not tell, so that an unchanged archive costs no reads.
  static std::optional<FileKind> kind_of(const std::string& path, bool given) {
    if (const auto named = kind_of_ending(path)) return named;
    const bool has_ending = path.find('.', path.rfind('/') + 1) != std::string::npos;
    if (has_ending && !given) return std::nullopt;
    const auto head = head_of(path);
    if (!head) return FileKind::kText;  // reported when it is read
    const auto kind = kind_of_content(*head);
    return kind || !given ? kind : FileKind::kText;
  }

  Scan& scan_;
  Seen& seen_;
  ScannedRoot& root_;
  std::string shown_;
  bool found_ = false;
};

void scan_source(const std::string& source, Scan& scan, Seen& seen, bool may_empty) {
  ScannedRoot root{source};
  struct stat status {};
  std::error_code error;
  const fs::path canonical = fs::canonical(source, error);
  if (error || ::stat(canonical.c_str(), &status) != 0) {
    const std::string why = error ? error.message() : std::strerror(errno);
    root.complete = error == std::errc::no_such_file_or_directory;
    if (root.complete) root.path = fs::weakly_canonical(fs::absolute(source), error).string();
    scan.missing.push_back({source, 0, "the source cannot be found: " + why,
                            std::string(may_empty && root.complete ? kEmptied : kNotEmptied)});
    scan.roots.push_back(root);
    return;
  }
  root.path = canonical.string();
  root.complete = true;
  Walk walk(scan, seen, root, source);
  if (S_ISDIR(status.st_mode)) {
    walk.folder("", 0);
    if (!walk.found())
      scan.missing.push_back({source, 0, "the source holds no file that can be read",
                              std::string(may_empty && root.complete ? kEmptied : kNotEmptied)});
  } else if (S_ISREG(status.st_mode)) {
    walk.file(canonical.filename().string(), status, true);
  } else {
    walk.problem("", "neither a folder nor a regular file", "");
  }
  root.present = walk.found();
  scan.roots.push_back(root);
}

}  // namespace

Scan scan_sources(const std::vector<std::string>& sources, const fs::path& index, bool may_empty) {
  Scan scan;
  Seen seen;
  std::error_code error;
  if (!index.empty()) seen.index = fs::weakly_canonical(fs::absolute(index), error).string();
  for (const std::string& source : sources) {
    if (source == "-") {
      scan.standard_input = true;
    } else {
      scan_source(source, scan, seen, may_empty);
    }
  }
  return scan;
}

}  // namespace mahdar
