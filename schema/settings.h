#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/result.h"

namespace mahdar {

/// An archive as a settings file names it.
struct ArchiveSettings {
  std::string name;          ///< for --archive
  std::filesystem::path db;  ///< the index
  std::vector<std::string>
      sources;              ///< folders and files to index; may be empty where the archive is only searched
  std::string corrections;  ///< a corrections file; empty: those the index keeps
  std::string taxonomy;     ///< a TOML file or a folder of them; empty: the built-in one
};

/// The settings file (TOML): the archives that both programs know by name. Described in mahdar(5).
struct Settings {
  std::vector<ArchiveSettings> archives;  ///< in the file's order; the first is the one meant without a name

  /// The file both programs read: $MAHDAR_CONFIG, else $XDG_CONFIG_HOME/mahdar/mahdar.toml (~/.config), else
  /// /etc/mahdar/mahdar.toml. None where there is none; a $MAHDAR_CONFIG that does not exist is given all the
  /// same.
  static std::optional<std::filesystem::path> file();

  /// Fails at the first fault, with file, line and remedy. Relative paths are taken from the file's folder,
  /// "~/" is $HOME. A file that cannot be read fails as well.
  static Result<Settings> read(const std::filesystem::path& file);

  /// The settings of file(); empty ones where there is none.
  static Result<Settings> load();

  /// None where no archive has the name.
  const ArchiveSettings* find(std::string_view name) const;
};

}  // namespace mahdar
