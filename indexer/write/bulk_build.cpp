#include "indexer/write/bulk_build.h"

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "indexer/pipeline/ordered_workers.h"
#include "indexer/run_summary.h"
#include "indexer/stop_signal.h"
#include "indexer/timestamp.h"
#include "indexer/write/generation.h"
#include "indexer/write/source_state.h"

namespace mahdar {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSegmentTasks = 1000;
constexpr std::size_t kMostParts = 48;  ///< opened at once: each keeps six files open

}  // namespace

BulkBuild::BulkBuild(const ArticlePipeline& pipeline, RunReport& report, fs::path dir,
                     std::map<std::string, FileRecord> known, std::size_t segment_bytes)
    : pipeline_(pipeline),
      report_(report),
      dir_(std::move(dir)),
      segment_bytes_(segment_bytes),
      scan_time_ns_(wall_clock_ns()),
      known_(std::move(known)) {}

fs::path BulkBuild::run(const Scan& scan, std::size_t threads, std::chrono::seconds most) {
  const auto start = std::chrono::steady_clock::now();
  standard_input_due_ = scan.standard_input;
  report_.files += scan.files.size();
  for (const SourceFile& file : scan.files) report_.bytes_to_read += file.stamp.size;
  for (const ScannedRoot& root : scan.roots) roots_.add(root.path);
  learn_names(scan);
  TaskSource tasks([&] { return next_file(scan); });
  OrderedWorkers<Segment, BuiltSegment> workers(
      threads, [this](const Segment& segment) { return build_segment(pipeline_, segment); });
  for (bool more = true; more || !workers.idle();) {
    report_.stopped = stop_requested();
    if (report_.stopped) break;
    while (more && !workers.full()) {
      auto segment = next_segment(tasks);
      more = segment.has_value();
      if (more) workers.submit(std::move(*segment));
    }
    if (!workers.idle()) absorb(workers.next());
    partial_ = partial_ || (more && seconds_since(start) > std::chrono::duration<double>(most).count());
    more = more && !partial_;
  }
  return merge(std::move(parts_));
}

void BulkBuild::learn_names(const Scan& scan) {
  std::unordered_set<std::string_view> found;
  for (const SourceFile& file : scan.files) found.insert(file.path);
  std::vector<const FileRecord*> vanished;
  for (const auto& [path, record] : known_) {
    path_ids_.keep(record.path_id);
    if (!found.contains(path)) vanished.push_back(&record);
  }
  renamed_.emplace(vanished);
}

std::shared_ptr<const FileToRead> BulkBuild::next_file(const Scan& scan) {
  if (next_source_ == scan.files.size())
    return std::exchange(standard_input_due_, false) ? standard_input() : nullptr;
  FileToRead file;
  file.source = scan.files[next_source_++];
  roots_.settle(file.source);
  file.key = file_key(file.source.path);
  const auto known = known_.find(file.source.path);
  const FileRecord* before = known != known_.end() ? &known->second : renamed_->match(file.source);
  file.path_id = before != nullptr ? before->path_id : path_ids_.assign(file.source);
  return std::make_shared<const FileToRead>(std::move(file));
}

std::optional<Segment> BulkBuild::next_segment(TaskSource& tasks) {
  Segment segment;
  while (segment.bytes < segment_bytes_ && segment.tasks.size() < kSegmentTasks) {
    auto task = tasks.next();
    if (!task) break;
    segment.bytes +=
        task->is_block ? task->bytes.size() : static_cast<std::size_t>(task->file->source.stamp.size);
    segment.tasks.push_back(std::move(*task));
  }
  if (segment.tasks.empty()) return std::nullopt;
  segment.dir = dir_ / fmt::format("part-{:06}", dirs_made_++);
  return segment;
}

void BulkBuild::absorb(BuiltSegment&& built) {
  if (!built.dir.empty()) parts_.push_back(std::move(built.dir));
  for (ReadOutcome& outcome : built.outcomes) absorb(std::move(outcome));
  report_.on_progress(report_);
}

void BulkBuild::absorb(ReadOutcome&& outcome) {
  const FileToRead& file = *outcome.file;
  if (!outcome.settled) {
    ++report_.files_unsettled;
    return;
  }
  FileRecord& record = records_[file.source.path];
  for (InputError& error : outcome.failures) reject(file, std::move(error));
  for (const BuiltArticle& article : outcome.articles) {
    if (!claim(file, article)) continue;
    ++record.articles;
    ++report_.articles_added;
    report_.text_bytes += article.text_bytes;
  }
  record.path = file.source.path;
  record.root = file.source.root;
  record.path_id = file.path_id;
  record.hash = outcome.hash;
  record.stamp = trusted_stamp(file.source.stamp, scan_time_ns_);
  record.position = outcome.position;
  record.complete = outcome.ends_file && outcome.complete;
  const auto failed = failures_.find(file.source.path);
  record.failures = failed == failures_.end() ? 0 : failed->second.total;
  if (!outcome.ends_file) return;
  if (outcome.waits) ++report_.files_unsettled;
  ++report_.files_read;
  report_.bytes_read += file.source.stamp.size;
}

bool BulkBuild::claim(const FileToRead& file, const BuiltArticle& article) {
  const auto [holder, is_first] =
      claims_.try_emplace(std::hash<std::string>{}(article.id_term),
                          Place{file.source.shown, article.record, article.content_hash});
  if (is_first) return true;
  doubled_.insert(article.id_term);
  const Place& first = holder->second;
  if (first.content_hash == article.content_hash) {
    ++records_[file.source.path].duplicates;
    ++report_.articles_duplicate;
    return false;
  }
  const std::string place = first.record == 0 ? first.path : fmt::format("{}:{}", first.path, first.record);
  reject(file, {file.source.shown, article.record,
                fmt::format("the id \"{}\" is already that of {}", article.id, place),
                "give one of them another id"});
  return false;
}

void BulkBuild::reject(const FileToRead& file, InputError error) {
  report_.reject(error);
  FailureRecord& failures = failures_[file.source.path];
  failures.path = file.source.path;
  failures.add(std::move(error));
}

/// Merges the databases in their order, not too many at once.
fs::path BulkBuild::merge(std::vector<fs::path> parts) {
  while (parts.size() != 1) {
    std::vector<fs::path> merged;
    for (std::size_t first = 0; first < std::max<std::size_t>(parts.size(), 1); first += kMostParts) {
      Xapian::Database together;
      const std::size_t last = std::min(first + kMostParts, parts.size());
      for (std::size_t i = first; i < last; ++i) together.add_database(open_generation(parts[i]));
      merged.push_back(dir_ / fmt::format("merged-{:06}", dirs_made_++));
      if (parts.empty()) {
        Xapian::WritableDatabase(merged.back().string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS)
            .close();
      } else {
        together.compact(merged.back().string(), Xapian::DB_BACKEND_GLASS);
      }
      for (std::size_t i = first; i < last; ++i) fs::remove_all(parts[i]);
    }
    parts = std::move(merged);
  }
  return parts.front();
}

void BulkBuild::finish(Xapian::WritableDatabase& database) const {
  for (const std::string& id_term : doubled_) {
    std::vector<Xapian::docid> documents(database.postlist_begin(id_term), database.postlist_end(id_term));
    for (std::size_t i = 1; i < documents.size(); ++i) database.delete_document(documents[i]);
  }
  for (const auto& [path, record] : records_)
    if (path != "-") database.set_metadata(file_record_key(path), record.serialize());
  const std::string now = timestamp_now();
  for (auto [path, failure] : failures_) {
    failure.time = now;
    database.set_metadata(failure_key(path), failure.serialize());
  }
}

}  // namespace mahdar
