#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "schema/article.h"

namespace mahdar {

/// slot::kVersion of an article: the moment it was changed, fetched or published by its own word, 8 bytes,
/// zero where it does not say; empty for the one article of a file of its own, which has no other versions.
std::string version_value(const RawArticle& article);

/// Which of the versions of an article, in files of one source, is the newest: by its own time, or where it
/// has none its file's; of equal ones by the files' times, then their paths. A strict order, so that the same
/// stands in the end whatever is read first.
struct ArticleVersion {
  std::int64_t time_ns = 0;
  std::int64_t file_time_ns = 0;
  std::string_view path;

  ArticleVersion(std::string_view version_value, std::int64_t file_mtime_ns, std::string_view file_path);
  auto operator<=>(const ArticleVersion&) const = default;
};

/// What an article is to an earlier one of the same file with its id.
enum class LaterArticle {
  kNewer,     ///< a later version by its own time
  kOlder,     ///< an earlier one
  kCopy,      ///< the same content
  kConflict,  ///< another article, as far as one can tell
};

/// `earlier`, `later`: slot::kVersion.
LaterArticle compare_in_file(std::string_view earlier, std::string_view earlier_hash, std::string_view later,
                             std::string_view later_hash);

}  // namespace mahdar
