#include "indexer/write/file_plan.h"

#include "indexer/article_id.h"
#include "indexer/pipeline/file_bytes.h"

namespace mahdar {
namespace {

/// Hash of all the bytes of the file, where it is known.
const std::string& whole_hash(const FileRecord& record) {
  return record.position.offset == record.stamp.size ? record.position.hash : record.hash;
}

}  // namespace

RenamedFiles::RenamedFiles(const std::vector<const FileRecord*>& vanished) {
  for (const FileRecord* record : vanished) {
    if (!record->complete || record->stamp.size == 0) continue;
    if (whole_hash(*record).empty()) continue;
    by_hash_.emplace(whole_hash(*record), record);
    sizes_.insert(record->stamp.size);
  }
}

const FileRecord* RenamedFiles::take(const FileRecord* record) {
  return taken_.insert(record).second ? record : nullptr;
}

const FileRecord* RenamedFiles::match(const SourceFile& file) {
  if (!sizes_.contains(file.stamp.size)) return nullptr;
  const auto [first, last] = by_hash_.equal_range(hash_file(file.path));
  for (auto same = first; same != last; ++same)
    if (const FileRecord* record = take(same->second)) return record;
  return nullptr;
}

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

}  // namespace mahdar
