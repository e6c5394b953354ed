#include "indexer/write/incremental_update.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "indexer/pipeline/ordered_workers.h"
#include "indexer/pipeline/task_source.h"
#include "indexer/timestamp.h"
#include "schema/field.h"

namespace mahdar {
namespace {

InputError same_id(const std::string& path, std::uint64_t record, std::string_view id,
                   const std::string& holder) {
  return {path, record, fmt::format("the id \"{}\" is already that of {}", id, holder),
          "give one of them another id"};
}

std::string file_term(std::string_view key) {
  return make_term(prefix::kFile, key);
}

}  // namespace

std::string IncrementalUpdate::Place::to_string() const {
  return record == 0 ? path : fmt::format("{}:{}", path, record);
}

IncrementalUpdate::IncrementalUpdate(const ArticlePipeline& pipeline, IndexWriter& writer, RunReport& report)
    : pipeline_(pipeline),
      writer_(writer),
      report_(report),
      scan_time_ns_(wall_clock_ns()),
      records_(load_file_records(writer.database())),
      path_ids_([this](const std::string& id) {
        const auto holder = writer_.find(make_term(prefix::kId, id));
        return holder &&
               !vanished_terms_.contains(term_with_prefix(writer_.database(), *holder, prefix::kFile));
      }) {}

void IncrementalUpdate::run(const Scan& scan, std::size_t threads) {
  find_vanished(scan);
  standard_input_due_ = scan.standard_input;
  report_.files += scan.files.size();
  TaskSource tasks([&] { return next_file(scan); });
  OrderedWorkers<ReadTask, ReadOutcome> workers(threads,
                                                [this](const ReadTask& task) { return pipeline_.run(task); });
  for (bool more = true; more || !workers.idle();) {
    while (more && !workers.full()) {
      auto task = tasks.next();
      more = task.has_value();
      if (more) workers.submit(std::move(*task));
    }
    if (!workers.idle()) absorb(workers.next());
  }
  settle_deferred();
  remove_vanished();
}

void IncrementalUpdate::find_vanished(const Scan& scan) {
  std::set<std::string_view> found;
  std::set<std::string_view> proven;
  for (const SourceFile& file : scan.files) found.insert(file.path);
  for (const ScannedRoot& root : scan.roots)
    if (root.present && root.complete) proven.insert(root.path);
  for (const auto& [path, record] : records_) {
    path_ids_.keep(record.path_id);
    if (found.contains(path) || !proven.contains(record.root)) continue;
    vanished_.push_back(&record);
    vanished_terms_.insert(file_term(file_key(path)));
  }
}

std::shared_ptr<const FileToRead> IncrementalUpdate::next_file(const Scan& scan) {
  while (next_source_ < scan.files.size())
    if (auto file = plan(scan.files[next_source_++])) return file;
  return std::exchange(standard_input_due_, false) ? standard_input() : nullptr;
}

bool IncrementalUpdate::is_unchanged(const SourceFile& source, const FileRecord& record) const {
  return record.complete && record.reader == kReaderVersion && record.root == source.root &&
         record.size == source.size && record.mtime_ns != 0 && record.mtime_ns == source.mtime_ns;
}

/// Null where the file needs no reading.
std::shared_ptr<const FileToRead> IncrementalUpdate::plan(const SourceFile& source) {
  const auto known = records_.find(source.path);
  FileToRead file;
  file.source = source;
  file.key = file_key(source.path);
  if (known == records_.end()) {
    file.path_id = path_ids_.assign(source);
    return std::make_shared<const FileToRead>(std::move(file));
  }
  const FileRecord& record = known->second;
  // What stood in the way of a rejected article, such as another with its id, may be gone with its file.
  const bool try_again = record.failures > 0 && !vanished_.empty();
  if (!try_again && is_unchanged(source, record)) return nullptr;
  file.path_id = record.path_id;
  if (!try_again && record.complete && record.reader == kReaderVersion) file.hash = record.hash;
  file.known = articles_of_file(writer_.database(), file.key);
  return std::make_shared<const FileToRead>(std::move(file));
}

void IncrementalUpdate::absorb(ReadOutcome&& outcome) {
  if (!open_) {
    open_.emplace();
    open_->file = outcome.file;
    open_->failures.path = outcome.file->source.path;
    ++report_.files_read;
  }
  for (InputError& error : outcome.failures) reject(std::move(error));
  for (BuiltArticle& article : outcome.articles) {
    absorb_article(*outcome.file, std::move(article));
    if (writer_.batch_is_full()) writer_.commit([this] { save_open_file(); });
  }
  if (outcome.ends_file) finish_file(outcome);
  report_.on_progress(report_);
}

void IncrementalUpdate::absorb_article(const FileToRead& file, BuiltArticle&& article) {
  const Place place{file.source.shown, article.record};
  const auto [claim, is_first] = claims_.emplace(article.id_term, place);
  if (!is_first) {
    reject(same_id(place.path, place.record, article.id, claim->second.to_string()));
    return;
  }
  open_->seen.insert(article.id_term);
  if (!article.document) {
    ++report_.articles_unchanged;
    return;
  }
  const auto holder = writer_.find(article.id_term);
  if (!holder) {
    ++report_.articles_added;
    report_.text_bytes += article.text_bytes;
    writer_.add(std::move(article));
    return;
  }
  const std::string holder_term = term_with_prefix(writer_.database(), *holder, prefix::kFile);
  const bool own = holder_term == file_term(file.key);
  if (own || may_take_over(holder_term, file)) {
    take_over(*holder, !own, std::move(article));
  } else {
    open_->seen.erase(article.id_term);
    deferred_.push_back({place, open_->file, std::move(article)});
  }
}

bool IncrementalUpdate::may_take_over(const std::string& holder, const FileToRead& file) const {
  return file.source.path == "-" || holder == file_term(file_key("-")) || vanished_terms_.contains(holder);
}

void IncrementalUpdate::take_over(Xapian::docid document, bool from_other_file, BuiltArticle&& article) {
  ++report_.articles_changed;
  report_.text_bytes += article.text_bytes;
  if (from_other_file) {
    const auto holder = records_.find(place_of(writer_.database(), document));
    if (holder != records_.end() && holder->second.articles > 0) {
      --holder->second.articles;
      save(holder->second);
    }
  }
  writer_.replace(document, std::move(article));
}

void IncrementalUpdate::reject(InputError error) {
  report_.reject(error);
  open_->failures.add(std::move(error));
}

void IncrementalUpdate::finish_file(const ReadOutcome& outcome) {
  const OpenFile open = std::move(*open_);
  open_.reset();
  const SourceFile& source = open.file->source;
  if (source.path == "-") return;
  FileRecord record = outcome.same_bytes ? records_.at(source.path) : record_of(open);
  record.root = source.root;
  record.size = source.size;
  record.mtime_ns = trusted_mtime(source, scan_time_ns_);
  if (outcome.same_bytes) {
    report_.articles_unchanged += record.articles;
    save(record);
    return;
  }
  record.hash = outcome.hash;
  record.failures = open.failures.total;
  record.complete = outcome.complete;
  if (outcome.complete && open.failures.total == 0) {
    remove_unseen(open);
  } else {
    record.articles += count_unseen(open);
  }
  save(record);
  save_failures(open.failures);
}

std::uint64_t IncrementalUpdate::count_unseen(const OpenFile& open) {
  return static_cast<std::uint64_t>(std::ranges::count_if(
      open.file->known, [&](const auto& article) { return !open.seen.contains(article.first); }));
}

void IncrementalUpdate::remove_unseen(const OpenFile& open) {
  for (const auto& [id_term, article] : open.file->known) {
    if (open.seen.contains(id_term)) continue;
    writer_.remove(article.document);
    ++report_.articles_removed;
  }
}

FileRecord IncrementalUpdate::record_of(const OpenFile& open) const {
  FileRecord record;
  record.path = open.file->source.path;
  record.root = open.file->source.root;
  record.path_id = open.file->path_id;
  record.articles = open.seen.size();
  return record;
}

void IncrementalUpdate::save(const FileRecord& record) {
  writer_.set_metadata(file_record_key(record.path), record.serialize());
}

void IncrementalUpdate::save_failures(FailureRecord failures) {
  const std::string key = failure_key(failures.path);
  const std::string before = writer_.database().get_metadata(key);
  if (failures.total == 0) {
    if (!before.empty()) writer_.set_metadata(key, {});
    return;
  }
  if (!before.empty()) failures.attempts = FailureRecord::parse(before).attempts + 1;
  failures.time = timestamp_now();
  writer_.set_metadata(key, failures.serialize());
}

void IncrementalUpdate::save_open_file() {
  if (!open_ || open_->file->source.path == "-") return;
  FileRecord record = record_of(*open_);
  record.complete = false;
  save(record);
}

void IncrementalUpdate::settle_deferred() {
  for (Deferred& late : deferred_) {
    const auto holder = writer_.find(late.article.id_term);
    if (holder) {
      reject_late(late, place_of(writer_.database(), *holder));
      continue;
    }
    FileRecord record =
        FileRecord::parse(writer_.database().get_metadata(file_record_key(late.file->source.path)));
    ++record.articles;
    ++report_.articles_added;
    report_.text_bytes += late.article.text_bytes;
    writer_.add(std::move(late.article));
    save(record);
  }
  deferred_.clear();
}

void IncrementalUpdate::reject_late(const Deferred& late, const std::string& holder) {
  const std::string& path = late.file->source.path;
  const InputError error = same_id(late.place.path, late.place.record, late.article.id, holder);
  report_.reject(error);
  FailureRecord failures;
  const std::string before = writer_.database().get_metadata(failure_key(path));
  if (!before.empty()) failures = FailureRecord::parse(before);
  failures.path = path;
  failures.time = timestamp_now();
  failures.add(error);
  writer_.set_metadata(failure_key(path), failures.serialize());
  FileRecord record = FileRecord::parse(writer_.database().get_metadata(file_record_key(path)));
  ++record.failures;
  save(record);
}

void IncrementalUpdate::remove_vanished() {
  for (const FileRecord* record : vanished_) {
    for (const auto& [id_term, article] : articles_of_file(writer_.database(), file_key(record->path))) {
      writer_.remove(article.document);
      ++report_.articles_removed;
    }
    writer_.set_metadata(file_record_key(record->path), {});
    writer_.set_metadata(failure_key(record->path), {});
    ++report_.files_vanished;
    if (writer_.batch_is_full()) writer_.commit();
  }
}

}  // namespace mahdar
