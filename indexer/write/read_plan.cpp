#include "indexer/write/read_plan.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "indexer/pipeline/file_bytes.h"
#include "indexer/write/source_state.h"
#include "schema/field.h"

namespace mahdar {

namespace {

bool is_regular_file(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(std::filesystem::symlink_status(path, error));
}

}  // namespace

std::string file_term(std::string_view file_key) {
  return make_term(prefix::kFile, file_key);
}

ReadPlan::ReadPlan(const Xapian::Database& database, const Scan& scan, const UpdateRules& rules)
    : database_(database),
      scan_(scan),
      rules_(rules),
      records_(load_file_records(database)),
      roots_(find_roots()),
      vanished_(find_vanished()),
      moved_(records_, scan),
      renamed_(vanished_unmoved()),
      path_ids_([this](const std::string& id) {
        const auto holder = database_.postlist_begin(make_term(prefix::kId, id));
        return holder != database_.postlist_end(make_term(prefix::kId, id)) &&
               !is_vanished(term_with_prefix(database_, *holder, prefix::kFile));
      }),
      standard_input_due_(scan.standard_input) {
  for (const SourceFile& file : scan.files) found_.emplace(file.path, &file);
  for (const auto& [path, record] : records_) path_ids_.keep(record.path_id);
  add_moved();
  for (const FileRecord* record : vanished_) vanished_terms_.insert(file_term(file_key(record->path)));
}

SourceRoots ReadPlan::find_roots() const {
  SourceRoots roots;
  for (const auto& [path, record] : records_)
    if (record.root != path) roots.add(record.root);
  for (const ScannedRoot& root : scan_.roots) roots.add(root.path);
  return roots;
}

/// A narrower source of this run that is missing speaks for its files, whatever a wider one shows.
std::vector<const FileRecord*> ReadPlan::find_vanished() const {
  std::unordered_set<std::string_view> found;
  std::set<std::string_view> proven;
  SourceRoots scanned;
  for (const SourceFile& file : scan_.files) found.insert(file.path);
  for (const ScannedRoot& root : scan_.roots) {
    scanned.add(root.path);
    if (root.complete && (root.present || rules_.allow_mass_delete)) proven.insert(root.path);
  }
  std::vector<const FileRecord*> vanished;
  for (const auto& [path, record] : records_) {
    if (found.contains(path)) continue;
    const std::string_view root = scanned.narrowest(path);
    if (!proven.contains(root)) continue;
    const bool passed_over = record.root == path && root != path && is_regular_file(path);
    if (!passed_over && (record.root == path || lies_in(root, record.root))) vanished.push_back(&record);
  }
  return vanished;
}

/// A moved file is known better than by its bytes, which others may have too.
std::vector<const FileRecord*> ReadPlan::vanished_unmoved() const {
  std::vector<const FileRecord*> unmoved;
  std::ranges::copy_if(vanished_, std::back_inserter(unmoved),
                       [&](const FileRecord* record) { return moved_.now(*record).empty(); });
  return unmoved;
}

void ReadPlan::add_moved() {
  const std::set<const FileRecord*> known(vanished_.begin(), vanished_.end());
  for (const auto& [path, record] : moved_.all())
    if (!known.contains(record)) vanished_.push_back(record);
}

bool ReadPlan::knows_root(const std::string& path) const {
  return std::ranges::any_of(records_, [&](const auto& entry) { return lies_in(entry.first, path); });
}

std::optional<SourceFile> ReadPlan::found(const std::string& path) const {
  const auto at = found_.find(path);
  if (at == found_.end()) return std::nullopt;
  SourceFile file = *at->second;
  roots_.settle(file);
  return file;
}

bool ReadPlan::turn_to_copies() {
  for (const SourceFile& source : scan_.files)
    if (const auto copy = passed_copies_.find(source.path); copy != passed_copies_.end())
      copies_due_.push_back(copy->second);
  return !copies_due_.empty();
}

void ReadPlan::pass_by(const SourceFile& source, const FileRecord& record) {
  if (record.contested == 0) return;
  FileToRead& file = passed_copies_[source.path];
  file.source = source;
  file.key = file_key(source.path);
  file.path_id = record.path_id;
}

std::shared_ptr<const FileToRead> ReadPlan::next() {
  if (!copies_due_.empty()) {
    FileToRead file = std::move(copies_due_.front());
    copies_due_.pop_front();
    file.known = articles_of_file(database_, file.key);
    return std::make_shared<const FileToRead>(std::move(file));
  }
  while (next_source_ < scan_.files.size()) {
    SourceFile source = scan_.files[next_source_++];
    roots_.settle(source);
    bytes_passed_ += source.stamp.size;
    if (auto file = plan(source)) return file;
    bytes_unchanged_ += source.stamp.size;
    passed_.insert(scan_.files[next_source_ - 1].path);
  }
  return std::exchange(standard_input_due_, false) ? standard_input() : nullptr;
}

bool ReadPlan::is_unchanged(const SourceFile& source, const FileRecord& record) const {
  return !rules_.full_scan && !rules_.judge_again && record.complete && record.reader == kReaderVersion &&
         record.root == source.root && record.stamp.mtime_ns != 0 && record.stamp == source.stamp;
}

/// What stood in the way of an article, such as another with its id, may be gone with its file, or be older
/// than the file is now.
bool ReadPlan::tries_again(const SourceFile& source, const FileRecord& record) const {
  if (rules_.judge_again || (record.failures > 0 && rules_.retry_failed)) return true;
  if (record.contested > 0 && (weighs_again_ || record.mtime_ns != source.stamp.mtime_ns)) return true;
  return record.failures + record.contested > 0 && !vanished_.empty();
}

/// Null where the file needs no reading.
std::shared_ptr<const FileToRead> ReadPlan::plan(const SourceFile& source) {
  const auto known = records_.find(source.path);
  const bool try_again = known != records_.end() && tries_again(source, known->second);
  if (known != records_.end() && !try_again && is_unchanged(source, known->second)) {
    pass_by(source, known->second);
    return nullptr;
  }
  FileToRead file;
  file.source = source;
  file.key = file_key(source.path);
  if (known == records_.end()) {
    const FileRecord* moved = moved_from(source.path);
    const FileRecord* before = moved != nullptr ? moved : renamed_.match(source);
    file.path_id = before != nullptr ? before->path_id : path_ids_.assign(source);
    return std::make_shared<const FileToRead>(std::move(file));
  }
  const FileRecord& record = known->second;
  file.path_id = record.path_id;
  if (!try_again && record.reader == kReaderVersion) {
    if (record.complete) file.hash = record.hash;
    file.start = record.position;
    file.only_new = can_go_on(source.path, file.start);
  }
  // An archive of one long file would be searched through for every line that is added to it.
  if (!file.only_new) file.known = articles_of_file(database_, file.key);
  return std::make_shared<const FileToRead>(std::move(file));
}

}  // namespace mahdar
