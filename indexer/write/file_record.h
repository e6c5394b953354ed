#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/file_stamp.h"
#include "indexer/read_position.h"

namespace mahdar {

/// Version of what the readers make of a file. Raise it where the same bytes give another article: files read
/// by another version are read again.
inline constexpr int kReaderVersion = 2;

/// What the index remembers of a source file it holds articles of. Kept as metadata, written with the
/// articles.
struct FileRecord {
  std::string path;
  std::string root;     ///< the SOURCE it was last found under
  std::string path_id;  ///< the id of its article where the file gives none
  std::string hash;     ///< of its bytes; empty for JSON Lines, of which `position` tells
  FileStamp stamp;
  ReadPosition position;       ///< JSON Lines: how far they were read
  std::uint64_t articles = 0;  ///< of it in the index
  std::uint64_t failures = 0;  ///< articles of it rejected
  int reader = kReaderVersion;
  std::uint64_t duplicates = 0;  ///< articles of it whose id another file, or another place of it, holds
  std::uint64_t superseded =
      0;  ///< of these those of other content, when they were last compared: older versions
  std::uint64_t contested = 0;  ///< of these those that another file holds
  std::int64_t mtime_ns = 0;  ///< by which its articles were last compared; also where `stamp` is not trusted
  bool complete = true;  ///< false: it was not read to its end, or something of it is still to be settled

  bool operator==(const FileRecord&) const = default;

  std::string serialize() const;
  static FileRecord parse(std::string_view bytes);  ///< throws DamagedIndex on damage
};

/// Hash of a file's path: its metadata key and the prefix::kFile term of its articles.
std::string file_key(std::string_view path);

}  // namespace mahdar
