#include "indexer/write/moved_files.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "indexer/pipeline/file_bytes.h"

namespace mahdar {
namespace {

namespace fs = std::filesystem;

std::string inode_of(const FileStamp& stamp) {
  return fmt::format("{}:{}", stamp.device, stamp.inode);
}

std::string place_below_root(const FileRecord& record) {
  const std::size_t below = record.root.ends_with('/') ? record.root.size() : record.root.size() + 1;
  return record.path.size() > below ? record.path.substr(below) : fs::path(record.path).filename().string();
}

/// Not where it merely cannot be looked at.
bool is_gone(const std::string& path) {
  std::error_code error;
  return fs::symlink_status(path, error).type() == fs::file_type::not_found;
}

bool same_inode(const FileStamp& one, const FileStamp& other) {
  return one.device == other.device && one.inode == other.inode;
}

/// Reads the file where the record has a hash: inodes, and old times with them, are given to other files.
bool same_bytes(const FileRecord& record, const SourceFile& file) {
  const FileStamp& before = record.stamp;
  if (record.position.offset > 0) return can_go_on(file.path, record.position);
  if (before.size != file.stamp.size) return false;
  if (!record.hash.empty()) return hash_file(file.path) == record.hash;
  // Also where the stamp is not trusted, for such a file is read again in any case.
  return same_inode(before, file.stamp) && record.mtime_ns != 0 && record.mtime_ns == file.stamp.mtime_ns;
}

}  // namespace

MovedFiles::MovedFiles(const Records& records, const Scan& scan) : records_(records) {
  learn_lost(scan);
  if (by_inode_.empty()) return;
  for (const SourceFile& file : scan.files) match(file);
}

const FileRecord* MovedFiles::before(std::string_view path) const {
  const auto found = before_.find(path);
  return found == before_.end() ? nullptr : found->second;
}

std::string_view MovedFiles::now(const FileRecord& record) const {
  const auto found = now_.find(&record);
  return found == now_.end() ? std::string_view() : found->second;
}

void MovedFiles::learn_lost(const Scan& scan) {
  std::unordered_set<std::string_view> found;
  for (const SourceFile& file : scan.files) found.insert(file.path);
  for (const auto& [path, record] : records_) {
    if (found.contains(path)) continue;
    by_inode_.emplace(inode_of(record.stamp), &record);
    by_place_.emplace(place_below_root(record), &record);
  }
}

void MovedFiles::match(const SourceFile& file) {
  const FileRecord* record = match_in(by_inode_, inode_of(file.stamp), file);
  if (record == nullptr) record = match_in(by_place_, file.relative, file);
  if (record == nullptr) return;
  before_.emplace(file.path, record);
  now_.emplace(record, file.path);
}

const FileRecord* MovedFiles::match_in(const Lost& lost, const std::string& key,
                                       const SourceFile& file) const {
  const auto [first, last] = lost.equal_range(key);
  for (auto same = first; same != last; ++same) {
    const FileRecord& record = *same->second;
    if (may_be(record, file) && is_gone(record.path) && same_bytes(record, file)) return &record;
  }
  return nullptr;
}

/// A file that the index knows under its path now moved only where an earlier run was cut short on the way:
/// it is not read to its end, or nothing is left of what it was before.
bool MovedFiles::may_be(const FileRecord& record, const SourceFile& file) const {
  if (now_.contains(&record)) return false;
  const auto known = records_.find(file.path);
  return known == records_.end() || !known->second.complete || record.articles == 0;
}

}  // namespace mahdar
