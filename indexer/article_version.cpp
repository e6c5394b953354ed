#include "indexer/article_version.h"

#include <bit>

#include "indexer/readers/moment.h"

namespace mahdar {
namespace {

constexpr std::size_t kBytes = 8;

std::int64_t own_time(std::string_view value) {
  std::uint64_t time = 0;
  for (const char c : value) time = time << 8 | static_cast<unsigned char>(c);
  return std::bit_cast<std::int64_t>(time);
}

}  // namespace

std::string version_value(const RawArticle& article) {
  if (article.record == 0) return {};
  auto time = moment_of(article.version);
  if (!time) time = moment_of(article.date);
  auto rest = std::bit_cast<std::uint64_t>(time.value_or(0));
  std::string value(kBytes, '\0');
  for (std::size_t i = kBytes; i-- > 0; rest >>= 8) value[i] = static_cast<char>(rest & 0xFF);
  return value;
}

ArticleVersion::ArticleVersion(std::string_view version_value, std::int64_t file_mtime_ns,
                               std::string_view file_path)
    : time_ns(own_time(version_value)), file_time_ns(file_mtime_ns), path(file_path) {
  if (time_ns == 0) time_ns = file_time_ns;
}

LaterArticle compare_in_file(std::string_view earlier, std::string_view earlier_hash, std::string_view later,
                             std::string_view later_hash) {
  const std::int64_t before = own_time(earlier);
  const std::int64_t now = own_time(later);
  if (before != 0 && now != 0 && before != now)
    return now > before ? LaterArticle::kNewer : LaterArticle::kOlder;
  return earlier_hash == later_hash ? LaterArticle::kCopy : LaterArticle::kConflict;
}

}  // namespace mahdar
