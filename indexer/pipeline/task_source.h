#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include "indexer/pipeline/line_blocks.h"
#include "indexer/pipeline/read_task.h"
#include "indexer/pipeline/warc_records.h"

namespace mahdar {

/// Cuts a list of files into tasks, in order: a task a file; JSON Lines in blocks of lines, and web archives
/// record by record, with an empty last task that ends the file. Reads no more than the block at hand. Not
/// thread-safe.
class TaskSource {
 public:
  /// Gives the next file to read, or null at the end.
  using NextFile = std::function<std::shared_ptr<const FileToRead>()>;

  /// `lines_a_block`: of JSON Lines, at most.
  explicit TaskSource(NextFile next_file, std::size_t lines_a_block = std::numeric_limits<std::size_t>::max())
      : next_file_(std::move(next_file)), lines_a_block_(lines_a_block) {}

  /// The next task; none at the end.
  std::optional<ReadTask> next();

 private:
  ReadTask next_of_open_file();
  ReadTask next_block();
  ReadTask next_record();

  NextFile next_file_;
  std::size_t lines_a_block_;
  std::shared_ptr<const FileToRead> file_;  ///< the file being cut, or null
  std::optional<LineBlocks> blocks_;        ///< of a JSON Lines file
  std::optional<WarcRecords> records_;      ///< of a web archive
};

}  // namespace mahdar
