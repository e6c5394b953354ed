#include "indexer/write/incremental_update.h"

#include <algorithm>
#include <utility>

#include "indexer/pipeline/ordered_workers.h"
#include "indexer/pipeline/task_source.h"
#include "indexer/stop_signal.h"
#include "indexer/timestamp.h"
#include "schema/field.h"

namespace mahdar {

IncrementalUpdate::IncrementalUpdate(const ArticlePipeline& pipeline, IndexWriter& writer, RunReport& report,
                                     const Scan& scan, const UpdateRules& rules, std::size_t lines_a_block)
    : pipeline_(pipeline),
      writer_(writer),
      report_(report),
      scan_(scan),
      rules_(rules),
      lines_a_block_(lines_a_block),
      scan_time_ns_(wall_clock_ns()),
      plan_(writer.database(), scan, rules),
      settlement_(writer, report, plan_, rules),
      contest_(writer, report, plan_, settlement_) {}

void IncrementalUpdate::run(std::size_t threads) {
  report_.files = scan_.files.size();
  report_.bytes_to_read = 0;
  // With leave to take out everything, a source that is empty now is as it should be.
  if (rules_.allow_mass_delete)
    report_.source_missing = std::ranges::any_of(scan_.roots, [&](const ScannedRoot& root) {
      return !root.present && !(root.complete && plan_.knows_root(root.path));
    });
  for (const SourceFile& file : scan_.files) report_.bytes_to_read += file.stamp.size;
  if (!read_all(threads)) return;
  contest_.settle();
  if (gives_way_ && plan_.turn_to_copies()) {
    second_reading_ = true;
    claims_.clear();
    if (!read_all(threads)) return;
    contest_.settle();
  }
  settlement_.settle();
}

/// All that the plan has now; false where a signal asks to stop.
bool IncrementalUpdate::read_all(std::size_t threads) {
  const std::uint64_t bytes_found = report_.bytes_to_read + plan_.bytes_unchanged();
  TaskSource tasks([&] { return plan_.next(); }, lines_a_block_);
  OrderedWorkers<ReadTask, ReadOutcome> workers(threads,
                                                [this](const ReadTask& task) { return pipeline_.run(task); });
  for (bool more = true; more || !workers.idle();) {
    while (more && !workers.full()) {
      if (report_.stopped = stop_requested(); report_.stopped) return false;
      auto task = tasks.next();
      more = task.has_value();
      if (more) workers.submit(std::move(*task));
    }
    if (!workers.idle()) absorb(workers.next());
    report_.bytes_to_read = bytes_found - plan_.bytes_unchanged();
    report_.bytes_read = plan_.bytes_passed() - plan_.bytes_unchanged();
    report_.on_progress(report_);
    if (report_.stopped = stop_requested(); report_.stopped) return false;
  }
  return true;
}

void IncrementalUpdate::open(const ReadOutcome& outcome) {
  const SourceFile& source = outcome.file->source;
  open_.emplace();
  open_->file = outcome.file;
  open_->source = std::make_shared<const SourceFile>(source);
  open_->continued = outcome.continued;
  ++report_.files_read;
  const auto record = plan_.records().find(source.path);
  const FileRecord* moved = record == plan_.records().end() ? plan_.moved_from(source.path) : nullptr;
  const std::string& known_as = moved != nullptr ? moved->path : source.path;
  const std::string stored = writer_.database().get_metadata(failure_key(known_as));
  if (!stored.empty()) open_->remembered = FailureRecord::parse(stored);
  if (outcome.continued && record != plan_.records().end()) {
    const FileRecord now = settlement_.record(source.path);
    open_->failures = open_->remembered;
    open_->failures.forget_cut_line();
    open_->articles_before = now.articles;
    open_->duplicates = now.duplicates;
    open_->superseded = now.superseded;
    open_->contested = now.contested;
    report_.articles_unchanged += now.articles;
  }
  const bool was_newer = record != plan_.records().end() && record->second.articles > 0 &&
                         record->second.mtime_ns > source.stamp.mtime_ns;
  if (was_newer) give_way();
  open_->failures.path = source.path;
  open_->failures.attempts = open_->remembered.total > 0 ? open_->remembered.attempts + 1 : 1;
  open_->remembered.attempts = open_->failures.attempts;
  // What was reported is not reported again, unless the file is another now, or the user asks. A line that is
  // still being written makes no other file.
  const bool same_file = record != plan_.records().end() && record->second.stamp.size == source.stamp.size &&
                         record->second.stamp.inode == source.stamp.inode &&
                         record->second.stamp.ctime_ns == source.stamp.ctime_ns;
  const bool same_moved = moved != nullptr && moved->stamp.size == source.stamp.size;
  if (second_reading_) return;
  if (rules_.retry_failed) open_->remembered.errors.clear();
  if (!same_file && !same_moved) open_->remembered.keep_cut_line_alone();
}

void IncrementalUpdate::absorb(ReadOutcome&& outcome) {
  if (!open_) open(outcome);
  for (InputError& error : outcome.failures) reject(std::move(error));
  for (BuiltArticle& article : outcome.articles) absorb_article(*outcome.file, std::move(article));
  open_->position = outcome.position;
  if (outcome.ends_file) finish_file(outcome);
  // Never inside a block of lines: the state kept with the batch has to say where to go on.
  if (writer_.batch_is_full()) writer_.commit([this] { save_open_file(); });
}

void IncrementalUpdate::finish_file(const ReadOutcome& outcome) {
  put_older();
  const OpenFile open = std::move(*open_);
  open_.reset();
  const SourceFile& source = open.file->source;
  if (source.path == "-") return;
  if (!outcome.settled) {
    ++report_.files_unsettled;
    return;
  }
  finished_.insert(source.path);
  if (outcome.waits) ++report_.files_unsettled;
  if (outcome.same_bytes) return finish_unchanged(open);
  FileRecord record = record_of(open);
  record.hash = outcome.hash;
  record.complete = outcome.complete;
  save_failures(open);
  if (open.continued) plan_.pass_by(source, record);
  std::set<Xapian::docid> unseen = open.continued ? std::set<Xapian::docid>() : unseen_of(open);
  if (open.file->only_new && !open.continued) {  // it changed after it was looked at: what it lost is unknown
    record.complete = false;
    record.position = {};
  }
  const bool loses = record.complete && open.failures.total == 0;
  if (!loses) record.articles += unseen.size();
  if (loses && !unseen.empty()) give_way();
  if (open.deferred || (loses && !unseen.empty())) {
    settlement_.hold(record, loses ? std::move(unseen) : std::set<Xapian::docid>());
  } else {
    settlement_.save(record);
  }
}

void IncrementalUpdate::finish_unchanged(const OpenFile& open) {
  const SourceFile& source = open.file->source;
  FileRecord record = settlement_.record(source.path);
  report_.articles_unchanged += record.articles;
  const FileRecord before = record;
  record.root = source.root;
  record.stamp = trusted_stamp(source.stamp, scan_time_ns_);
  record.mtime_ns = source.stamp.mtime_ns;
  if (record != before) settlement_.save(record);
  plan_.pass_by(source, record);
}

FileRecord IncrementalUpdate::record_of(const OpenFile& open) const {
  const SourceFile& source = open.file->source;
  FileRecord record;
  record.path = source.path;
  record.root = source.root;
  record.path_id = open.file->path_id;
  record.stamp = trusted_stamp(source.stamp, scan_time_ns_);
  record.position = open.position;
  record.articles = open.articles_before + open.seen.size();
  record.duplicates = open.duplicates;
  record.superseded = open.superseded;
  record.contested = open.contested;
  record.mtime_ns = source.stamp.mtime_ns;
  record.failures = open.failures.total;
  return record;
}

/// What the index still holds of the file that was not met in it.
std::set<Xapian::docid> IncrementalUpdate::unseen_of(const OpenFile& open) const {
  const std::string own = file_term(open.file->key);
  std::set<Xapian::docid> unseen;
  for (const auto& [id_term, article] : open.file->known)
    if (!open.seen.contains(id_term) &&
        term_with_prefix(writer_.database(), article.document, prefix::kFile) == own)
      unseen.insert(article.document);
  return unseen;
}

void IncrementalUpdate::save_failures(const OpenFile& open) {
  const std::string key = failure_key(open.failures.path);
  const std::string before = writer_.database().get_metadata(key);
  if (open.failures.total == 0) {
    if (!before.empty()) writer_.set_metadata(key, {});
    return;
  }
  FailureRecord failures = open.failures;
  failures.time = timestamp_now();
  writer_.set_metadata(key, failures.serialize());
}

void IncrementalUpdate::save_open_file() {
  if (!open_ || open_->file->source.path == "-") return;
  FileRecord record = record_of(*open_);
  record.complete = false;
  // Going on in the middle would pass over what has still to be taken out, or added, of what came before.
  const bool whole = open_->deferred || open_->contested > 0 ||
                     !(open_->continued || open_->file->known.empty()) ||
                     (open_->file->only_new && !open_->continued);
  if (whole) record.position = {};
  save_failures(*open_);
  settlement_.save(record);
}

}  // namespace mahdar
