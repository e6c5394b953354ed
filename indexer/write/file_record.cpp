#include "indexer/write/file_record.h"

#include <charconv>

#include <fmt/format.h>

#include "indexer/content_hash.h"
#include "schema/damaged_index.h"

namespace mahdar {
namespace {

/// Numbers and counted strings, each followed by a blank: "12 5:abcde ".
class RecordParser {
 public:
  explicit RecordParser(std::string_view bytes) : rest_(bytes) {}

  template <typename Number>
  Number number(char end = ' ') {
    Number value{};
    const auto [after, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    const auto used = static_cast<std::size_t>(after - rest_.data());
    if (error != std::errc() || used >= rest_.size() || rest_[used] != end) damaged();
    rest_.remove_prefix(used + 1);
    return value;
  }

  std::string string() {
    const auto size = number<std::size_t>(':');
    if (size >= rest_.size() || rest_[size] != ' ') damaged();
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size + 1);
    return value;
  }

 private:
  [[noreturn]] static void damaged() { throw DamagedIndex("the record of a source file is damaged"); }

  std::string_view rest_;
};

}  // namespace

std::string FileRecord::serialize() const {
  std::string bytes = fmt::format("{} {} {} {} {} {} {} {} {} {} {} ", reader, complete ? 1 : 0, stamp.device,
                                  stamp.inode, stamp.size, stamp.mtime_ns, stamp.ctime_ns, articles, failures,
                                  position.offset, position.lines);
  for (const std::string* text : {&path, &root, &path_id, &hash, &position.hash})
    bytes += fmt::format("{}:{} ", text->size(), *text);
  bytes += fmt::format("{} {} {} {} ", duplicates, superseded, contested, mtime_ns);
  return bytes;
}

FileRecord FileRecord::parse(std::string_view bytes) {
  RecordParser parser(bytes);
  FileRecord record;
  record.reader = parser.number<int>();
  record.complete = parser.number<int>() != 0;
  record.stamp.device = parser.number<std::uint64_t>();
  record.stamp.inode = parser.number<std::uint64_t>();
  record.stamp.size = parser.number<std::uint64_t>();
  record.stamp.mtime_ns = parser.number<std::int64_t>();
  record.stamp.ctime_ns = parser.number<std::int64_t>();
  record.articles = parser.number<std::uint64_t>();
  record.failures = parser.number<std::uint64_t>();
  record.position.offset = parser.number<std::uint64_t>();
  record.position.lines = parser.number<std::uint64_t>();
  for (std::string* text : {&record.path, &record.root, &record.path_id, &record.hash, &record.position.hash})
    *text = parser.string();
  record.duplicates = parser.number<std::uint64_t>();
  record.superseded = parser.number<std::uint64_t>();
  record.contested = parser.number<std::uint64_t>();
  record.mtime_ns = parser.number<std::int64_t>();
  return record;
}

std::string file_key(std::string_view path) {
  return hash_hex(path);
}

}  // namespace mahdar
