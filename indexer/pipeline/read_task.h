#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/read_position.h"
#include "indexer/source_file.h"
#include "schema/result.h"

namespace mahdar {

/// What the index holds of an article that came from the file at hand.
struct KnownArticle {
  Xapian::docid document = 0;
  std::string content_hash;
  std::string version;  ///< slot::kVersion
};

/// A file to be read, and what is known of it from earlier runs. Shared by the tasks of one file; not changed
/// by them.
struct FileToRead {
  SourceFile source;
  std::string key;        ///< hash of the path: prefix::kFile term and metadata key
  std::string path_id;    ///< the id of its article where the file gives none
  std::string hash;       ///< of the bytes at the last run; empty: not known
  ReadPosition start;     ///< JSON Lines: how far it was read at the last run
  bool only_new = false;  ///< it was found to go on from `start`; `known` is left empty
  std::map<std::string, KnownArticle, std::less<>> known;  ///< by id term
};

/// A piece of work: a whole file, or a block of lines of one.
struct ReadTask {
  std::shared_ptr<const FileToRead> file;
  bool is_block = false;  ///< `bytes` holds lines; else the file is still to be read
  std::uint64_t first_line = 1;
  std::string bytes;
  bool ends_file = true;             ///< nothing more of the file follows
  bool complete = true;              ///< with ends_file: the file was read to its end
  bool waits = false;                ///< with ends_file: its end is cut off and left
  bool continued = false;            ///< the file is read from FileToRead::start on
  ReadPosition position;             ///< with is_block: after these lines
  std::vector<InputError> problems;  ///< met while cutting it out of the file
};

/// An article as it shall stand in the index.
struct BuiltArticle {
  std::string id;
  std::string id_term;
  std::string content_hash;
  std::string version;  ///< slot::kVersion
  std::uint64_t record = 0;
  std::size_t text_bytes = 0;
  std::optional<Xapian::Document> document;  ///< none: the index already holds it unchanged
};

/// What came of a task.
struct ReadOutcome {
  std::shared_ptr<const FileToRead> file;
  std::vector<BuiltArticle> articles;
  std::vector<InputError> failures;
  std::string hash;         ///< of the file's bytes; empty for blocks
  bool same_bytes = false;  ///< the file is as it was: nothing was read out of it
  bool ends_file = true;
  bool complete = true;    ///< with ends_file: what was not seen is not in the file
  bool waits = false;      ///< with ends_file: its end is cut off and left for its writer
  bool settled = true;     ///< false: the file is being written; nothing was read out of it
  bool continued = false;  ///< what is before FileToRead::start was not read again
  ReadPosition position;   ///< JSON Lines: after this outcome
};

}  // namespace mahdar
