#include "indexer/write/file_plan.h"

#include <chrono>

#include "indexer/article_id.h"
#include "indexer/write/file_record.h"

namespace mahdar {
namespace {

constexpr std::int64_t kRacyNs = 2'000'000'000;

}  // namespace

std::string PathIds::assign(const SourceFile& file) {
  std::string id = path_id(file.relative);
  if (assigned_.contains(id) || taken_(id)) id = path_id_apart(file.relative, file.path);
  assigned_.insert(id);
  return id;
}

std::shared_ptr<const FileToRead> standard_input() {
  FileToRead file;
  file.source.path = file.source.shown = "-";
  file.source.kind = FileKind::kJsonLines;
  file.key = file_key("-");
  return std::make_shared<const FileToRead>(std::move(file));
}

std::int64_t trusted_mtime(const SourceFile& file, std::int64_t scan_time_ns) {
  return file.mtime_ns > scan_time_ns - kRacyNs ? 0 : file.mtime_ns;
}

std::int64_t wall_clock_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace mahdar
