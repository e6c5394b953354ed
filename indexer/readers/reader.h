#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/readers/file_kind.h"
#include "schema/article.h"
#include "schema/result.h"

namespace mahdar {

/// Where the bytes given to a reader come from.
struct ReadOrigin {
  std::string path;  ///< as it shall stand in RawArticle::path and in errors; "-" for standard input
  std::uint64_t first_line = 1;  ///< line number of the first byte, for JSON Lines read in pieces
};

/// Called for every article found, and for every one that cannot be read.
using ArticleSink = std::function<void(Result<RawArticle>)>;

/// Takes the articles out of the bytes of one file. Stateless; safe to share between threads.
class Reader {
 public:
  virtual ~Reader() = default;

  /// Any bytes are accepted. What is wrong with them goes to the sink, with file and line; an exception is
  /// only ever one of the sink's own or std::bad_alloc.
  virtual void read(std::string_view bytes, const ReadOrigin& origin, const ArticleSink& sink) const = 0;
};

/// The reader for a kind of file; lives as long as the program.
const Reader& reader_for(FileKind kind);

}  // namespace mahdar
