#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "schema/article.h"

namespace mahdar {

/// What a watched query has already shown, in one JSON file. Held by id and text, not by the index's own
/// numbers, so that it outlives a rebuild. While one object lives, another of the same file waits.
class WatchMemory {
 public:
  /// Locks and reads the file; a missing one is an empty memory. `index` and `query` are written into it for
  /// people. Throws std::system_error where the file cannot be opened, std::runtime_error where it is
  /// damaged.
  WatchMemory(std::filesystem::path file, std::string index, std::string query);
  ~WatchMemory();
  WatchMemory(const WatchMemory&) = delete;
  WatchMemory& operator=(const WatchMemory&) = delete;

  /// True where this query has not been watched before.
  bool is_new() const { return generation_.empty(); }

  /// True where all that this state of the index holds has been shown.
  bool has_state(const std::string& generation, std::uint64_t revision) const;
  void set_state(std::string generation, std::uint64_t revision);

  /// True where the article, with this title and text, has been shown.
  bool has_seen(const Article& article) const;
  void add(const Article& article);

  /// Replaces the file as a whole. Throws std::system_error.
  void save() const;

 private:
  void read();

  std::filesystem::path file_;
  std::string index_;
  std::string query_;
  int lock_ = -1;
  std::string generation_;
  std::uint64_t revision_ = 0;
  std::map<std::string, std::string> seen_;  ///< id → checksum of the text
};

}  // namespace mahdar
