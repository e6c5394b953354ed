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
      settlement_(writer, report, plan_, rules) {}

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
  if (!settlement_.settle() || !plan_.turn_to_copies()) return;
  second_reading_ = true;
  claims_.clear();
  if (read_all(threads)) settlement_.settle_copies();
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
  open_->continued = outcome.continued;
  ++report_.files_read;
  const auto record = plan_.records().find(source.path);
  const FileRecord* moved = record == plan_.records().end() ? plan_.moved_from(source.path) : nullptr;
  const std::string& known_as = moved != nullptr ? moved->path : source.path;
  const std::string stored = writer_.database().get_metadata(failure_key(known_as));
  if (!stored.empty()) open_->remembered = FailureRecord::parse(stored);
  if (outcome.continued && record != plan_.records().end()) {
    open_->failures = open_->remembered;
    open_->failures.forget_cut_line();
    open_->articles_before = record->second.articles;
    open_->duplicates = record->second.duplicates;
    report_.articles_unchanged += record->second.articles;
  }
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

void IncrementalUpdate::absorb_article(const FileToRead& file, BuiltArticle&& article) {
  const ArticlePlace place{file.source.shown, article.record};
  const auto [claim, is_first] = claims_.try_emplace(article.id_term, place, article.content_hash);
  if (!is_first) {
    Claim& first = claim->second;
    const bool held_by_this = first.place.path != place.path && file.known.contains(article.id_term);
    if (!held_by_this || (article.document && first.content_hash != article.content_hash))
      return reject_or_pass_over(place, article, first.content_hash, first.place.to_string());
    first = {place, article.content_hash};
  }
  open_->seen.insert(article.id_term);
  if (article.document) {
    absorb_new_or_taken(file, place, std::move(article));
  } else {
    ++report_.articles_unchanged;
  }
}

void IncrementalUpdate::absorb_new_or_taken(const FileToRead& file, const ArticlePlace& place,
                                            BuiltArticle&& article) {
  const auto holder = writer_.find(article.id_term);
  if (!holder) {
    ++report_.articles_added;
    report_.text_bytes += article.text_bytes;
    writer_.add(std::move(article));
    return;
  }
  const std::string holder_term = term_with_prefix(writer_.database(), *holder, prefix::kFile);
  const bool own = holder_term == file_term(file.key);
  if (own && open_->continued) {  // an earlier line of the file has it
    open_->seen.erase(article.id_term);
    reject_or_pass_over(place, article, content_hash_of(writer_.database(), *holder), file.source.shown);
  } else if (own || may_take_over(holder_term, file)) {
    take_over(*holder, !own, std::move(article));
  } else {
    open_->seen.erase(article.id_term);
    open_->deferred = true;
    settlement_.defer(place, open_->file, std::move(article), open_->remembered);
  }
}

bool IncrementalUpdate::may_take_over(const std::string& holder, const FileToRead& file) const {
  return file.source.path == "-" || holder == file_term(file_key("-")) || plan_.is_vanished(holder);
}

void IncrementalUpdate::take_over(Xapian::docid document, bool from_other_file, BuiltArticle&& article) {
  ++report_.articles_changed;
  report_.text_bytes += article.text_bytes;
  const std::string holder = from_other_file ? place_of(writer_.database(), document) : std::string();
  if (!writer_.database().get_metadata(file_record_key(holder)).empty()) {
    FileRecord record = settlement_.record(holder);
    if (record.articles > 0) --record.articles;
    settlement_.save(record);
  }
  writer_.replace(document, std::move(article));
}

void IncrementalUpdate::reject(InputError error) {
  report_.reject(error, open_->remembered.tells_of(error));
  open_->failures.add(std::move(error));
}

void IncrementalUpdate::reject_or_pass_over(const ArticlePlace& place, const BuiltArticle& article,
                                            const std::string& held_hash, const std::string& holder) {
  if (held_hash != article.content_hash) return reject(same_id(place, article.id, holder));
  ++open_->duplicates;
  ++report_.articles_duplicate;
}

void IncrementalUpdate::finish_file(const ReadOutcome& outcome) {
  const OpenFile open = std::move(*open_);
  open_.reset();
  const SourceFile& source = open.file->source;
  if (source.path == "-") return;
  if (!outcome.settled) {
    ++report_.files_unsettled;
    return;
  }
  if (outcome.waits) ++report_.files_unsettled;
  if (outcome.same_bytes) return finish_unchanged(open);
  FileRecord record = record_of(open);
  record.hash = outcome.hash;
  record.complete = outcome.complete;
  save_failures(open);
  if (open.continued) plan_.pass_by(source, record);
  std::vector<KnownArticle> unseen = open.continued ? std::vector<KnownArticle>() : unseen_of(open);
  if (open.file->only_new && !open.continued) {  // it changed after it was looked at: what it lost is unknown
    record.complete = false;
    record.position = {};
  }
  const bool loses = record.complete && open.failures.total == 0;
  if (!loses) record.articles += unseen.size();
  if (open.deferred || (loses && !unseen.empty())) {
    settlement_.hold(record, loses ? std::move(unseen) : std::vector<KnownArticle>());
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
  record.failures = open.failures.total;
  return record;
}

std::vector<KnownArticle> IncrementalUpdate::unseen_of(const OpenFile& open) const {
  std::vector<KnownArticle> unseen;
  for (const auto& [id_term, article] : open.file->known)
    if (!open.seen.contains(id_term)) unseen.push_back(article);
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
  const bool whole = open_->deferred || !(open_->continued || open_->file->known.empty()) ||
                     (open_->file->only_new && !open_->continued);
  if (whole) record.position = {};
  save_failures(*open_);
  settlement_.save(record);
}

}  // namespace mahdar
