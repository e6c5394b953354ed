#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace mahdar {

/// DIR/CURRENT names the live generation, DIR/gen-NNNNNN/ holds its Xapian database.
/// Both programs find each other's work through this.
class IndexLayout {
 public:
  explicit IndexLayout(std::filesystem::path root) : root_(std::move(root)) {}

  /// From --db, else $MAHDAR_DB, else $XDG_DATA_HOME/mahdar, else ~/.local/share/mahdar.
  static std::filesystem::path default_root();

  const std::filesystem::path& root() const { return root_; }
  std::filesystem::path lock_file() const { return root_ / "lock"; }
  std::filesystem::path generation_dir(const std::string& name) const { return root_ / name; }

  /// "gen-000003", or none where there is no index. Throws std::filesystem::filesystem_error where CURRENT
  /// cannot be read, std::runtime_error where it is damaged.
  std::optional<std::string> current() const;

  /// The name after the highest one present.
  std::string next_generation() const;

  /// Makes `name` the live generation: written beside, synced, renamed, directory synced. Throws
  /// std::system_error.
  void switch_to(const std::string& name) const;

 private:
  std::filesystem::path root_;
};

/// Flushes a directory's entries to disk. Throws std::system_error.
void sync_directory(const std::filesystem::path& dir);

}  // namespace mahdar
