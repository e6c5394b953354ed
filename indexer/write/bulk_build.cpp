#include "indexer/write/bulk_build.h"

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "indexer/article_version.h"
#include "indexer/pipeline/ordered_workers.h"
#include "indexer/run_summary.h"
#include "indexer/stop_signal.h"
#include "indexer/timestamp.h"
#include "indexer/write/contest.h"
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
  record.path = file.source.path;
  record.root = file.source.root;
  record.mtime_ns = file.source.stamp.mtime_ns;
  if (files_.empty() || files_.back().record != &record) {
    files_.push_back({file.source.shown, &record});
    open_claims_.clear();
  }
  for (InputError& error : outcome.failures) reject(file.source.path, std::move(error));
  for (const BuiltArticle& article : outcome.articles) claim(article);
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

std::string BulkBuild::Place::to_string() const {
  return line == 0 ? file->shown : fmt::format("{}:{}", file->shown, line);
}

void BulkBuild::claim(const BuiltArticle& article) {
  const Place place{&files_.back(), article.record, article.content_hash, article.version};
  const auto [best, is_first] = claims_.try_emplace(std::hash<std::string>{}(article.id_term), place);
  if (!is_first) return contend(article, place, best->second);
  open_claims_.emplace(article.id_term, place);
  ++place.file->record->articles;
  ++report_.articles_added;
  report_.text_bytes += article.text_bytes;
}

/// Not where an earlier article of the file, or one that is no version of this, has the id.
bool BulkBuild::may_contend(const BuiltArticle& article, const Place& place, const Place& best) {
  const auto earlier = open_claims_.find(article.id_term);
  if (earlier != open_claims_.end()) {
    const Place& first = earlier->second;
    const LaterArticle is =
        compare_in_file(first.version, first.content_hash, place.version, place.content_hash);
    if (is == LaterArticle::kConflict) reject_same_id(article, place, first);
    if (is == LaterArticle::kOlder || is == LaterArticle::kCopy)
      pass_over(*place.file, first.content_hash == place.content_hash, false);
    return is == LaterArticle::kNewer;
  }
  if (are_versions(place.version, place.file->record->root, best.version, best.file->record->root))
    return true;
  if (best.content_hash == place.content_hash) {
    pass_over(*place.file, true, true);
  } else {
    reject_same_id(article, place, best);
  }
  return false;
}

void BulkBuild::contend(const BuiltArticle& article, const Place& place, Place& best) {
  Claims& claims = doubled_[article.id_term];
  const std::size_t number = claims.number++;
  if (!may_contend(article, place, best)) return;
  open_claims_.insert_or_assign(article.id_term, place);
  const bool same = best.content_hash == place.content_hash;
  if (best.file == place.file) {
    pass_over(*place.file, same, false);
  } else if (is_newer(place, best)) {
    pass_over(*best.file, same, true);
    --best.file->record->articles;
    ++place.file->record->articles;
  } else {
    return pass_over(*place.file, same, true);
  }
  claims.winner = number;
  best = place;
}

bool BulkBuild::is_newer(const Place& place, const Place& best) {
  const auto version = [](const Place& of) {
    return ArticleVersion(of.version, of.file->record->mtime_ns, of.file->record->path);
  };
  return version(place) > version(best);
}

void BulkBuild::pass_over(const BuiltFile& file, bool same_content, bool to_other_file) {
  ++file.record->duplicates;
  if (!same_content) ++file.record->superseded;
  if (to_other_file) ++file.record->contested;
  ++(same_content ? report_.articles_duplicate : report_.articles_superseded);
}

void BulkBuild::reject_same_id(const BuiltArticle& article, const Place& place, const Place& first) {
  reject(place.file->record->path, same_id({place.file->shown, place.line}, article.id, first.to_string()));
}

void BulkBuild::reject(const std::string& path, InputError error) {
  report_.reject(error);
  FailureRecord& failures = failures_[path];
  failures.path = path;
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
  for (const auto& [id_term, claims] : doubled_) {
    std::vector<Xapian::docid> documents(database.postlist_begin(id_term), database.postlist_end(id_term));
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (i != claims.winner) database.delete_document(documents[i]);
  }
  for (auto [path, record] : records_) {
    if (path == "-") continue;
    // What others hold of it, a later line of it may have to be compared with.
    if (!record.complete && record.contested > 0) record.position = {};
    database.set_metadata(file_record_key(path), record.serialize());
  }
  const std::string now = timestamp_now();
  for (auto [path, failure] : failures_) {
    failure.time = now;
    database.set_metadata(failure_key(path), failure.serialize());
  }
}

}  // namespace mahdar
