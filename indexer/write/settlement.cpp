#include "indexer/write/settlement.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "indexer/timestamp.h"
#include "indexer/write/source_state.h"
#include "indexer/write/update_rules.h"
#include "schema/field.h"

namespace mahdar {

std::string ArticlePlace::to_string() const {
  return record == 0 ? path : fmt::format("{}:{}", path, record);
}

InputError same_id(const ArticlePlace& place, std::string_view id, const std::string& holder) {
  return {place.path, place.record, fmt::format("the id \"{}\" is already that of {}", id, holder),
          "give one of them another id"};
}

std::string content_hash_of(const Xapian::Database& database, Xapian::docid document) {
  return database.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(slot::kContentHash);
}

void Settlement::save(const FileRecord& record) {
  const auto held = held_.find(record.path);
  if (held != held_.end()) held->second.record = record;
  FileRecord stored = record;
  if (held != held_.end()) {
    stored.complete = false;
    stored.position = {};
    stored.articles += held->second.unseen.size();
  }
  writer_.set_metadata(file_record_key(record.path), stored.serialize());
}

FileRecord Settlement::record(const std::string& path) const {
  const auto held = held_.find(path);
  if (held != held_.end()) return held->second.record;
  return FileRecord::parse(writer_.database().get_metadata(file_record_key(path)));
}

void Settlement::hold(FileRecord record, std::vector<KnownArticle> unseen) {
  const std::string path = record.path;
  held_[path] = {record, std::move(unseen)};
  save(record);
}

void Settlement::defer(ArticlePlace place, std::shared_ptr<const FileToRead> file, BuiltArticle article,
                       FailureRecord known) {
  deferred_.push_back({std::move(place), std::move(file), std::move(article), std::move(known)});
}

bool Settlement::settle() {
  refuse_mass_deletes();
  const bool gives_up = std::ranges::any_of(held_, [&](const auto& entry) {
    return !entry.second.unseen.empty() && !is_refused(entry.second.record.root);
  });
  if (gives_up) reopen_copies();
  for (auto& [path, held] : held_) {
    if (!is_refused(held.record.root)) remove_unseen(held);
    if (writer_.batch_is_full()) writer_.commit();
  }
  settle_copies();
  remove_vanished();
  return gives_up;
}

/// With the batch that takes something out: a run that is cut short then leaves it to the next.
void Settlement::reopen_copies() {
  for (const auto& [path, file] : plan_.passed_copies()) {
    FileRecord reopened = record(path);
    reopened.complete = false;
    reopened.position = {};
    save(reopened);
  }
}

void Settlement::settle_copies() {
  settle_deferred();
  for (auto held = held_.begin(); held != held_.end();) {
    const FileRecord record = held->second.record;
    const bool stays = !held->second.unseen.empty();
    held = stays ? std::next(held) : held_.erase(held);
    save(record);
  }
}

std::map<std::string, std::uint64_t> Settlement::gone_by_root() const {
  std::map<std::string, std::uint64_t> gone;
  for (const auto& [path, held] : held_) gone[held.record.root] += held.unseen.size();
  for (const FileRecord* record : plan_.vanished())
    if (!waits(*record))
      gone[record->root] += writer_.database().get_termfreq(file_term(file_key(record->path)));
  return gone;
}

void Settlement::refuse_mass_deletes() {
  if (rules_.allow_mass_delete) return;
  std::map<std::string, std::uint64_t> before;
  for (const auto& [path, record] : plan_.records()) before[record.root] += record.articles;
  for (const auto& [root, gone] : gone_by_root()) {
    if (!is_mass_delete(gone, before[root])) continue;
    refused_.insert(root);
    report_.source_missing = true;
    report_.on_problem(
        {root, 0,
         fmt::format("{} of its {} articles are gone: nothing of it was removed", gone, before[root]),
         "check whether it is complete, or give --allow-mass-delete"});
  }
}

void Settlement::remove(Xapian::docid document) {
  writer_.remove(document);
  ++report_.articles_removed;
}

void Settlement::remove_unseen(Held& held) {
  const std::string own = file_term(file_key(held.record.path));
  for (const KnownArticle& article : held.unseen)
    // Another file, or standard input, may have taken it over in the meantime.
    if (term_with_prefix(writer_.database(), article.document, prefix::kFile) == own)
      remove(article.document);
  held.unseen.clear();
}

void Settlement::settle_deferred() {
  for (Deferred& late : std::exchange(deferred_, {})) {
    if (const auto holder = writer_.find(late.article.id_term)) {
      if (content_hash_of(writer_.database(), *holder) == late.article.content_hash) {
        pass_over(late);
      } else {
        reject_late(late, place_of(writer_.database(), *holder));
      }
      continue;
    }
    FileRecord kept = record(late.file->source.path);
    ++kept.articles;
    ++report_.articles_added;
    report_.text_bytes += late.article.text_bytes;
    writer_.add(std::move(late.article));
    save(kept);
  }
}

void Settlement::pass_over(const Deferred& late) {
  FileRecord kept = record(late.file->source.path);
  ++kept.duplicates;
  ++report_.articles_duplicate;
  save(kept);
}

void Settlement::reject_late(const Deferred& late, const std::string& holder) {
  const std::string& path = late.file->source.path;
  InputError error = same_id(late.place, late.article.id, holder);
  FailureRecord failures;
  const std::string stored = writer_.database().get_metadata(failure_key(path));
  if (!stored.empty()) failures = FailureRecord::parse(stored);
  failures.path = path;
  failures.time = timestamp_now();
  failures.attempts = late.known.attempts;
  failures.add(error);
  writer_.set_metadata(failure_key(path), failures.serialize());
  FileRecord kept = record(path);
  ++kept.failures;
  save(kept);
  report_.reject(error, late.known.tells_of(error));
}

bool Settlement::waits(const FileRecord& vanished) const {
  const std::string_view now = plan_.moved_to(vanished);
  return !now.empty() && writer_.database().get_metadata(file_record_key(now)).empty();
}

void Settlement::remove_vanished() {
  for (const FileRecord* record : plan_.vanished()) {
    if (is_refused(record->root) || waits(*record)) continue;
    for (const auto& [id_term, article] : articles_of_file(writer_.database(), file_key(record->path)))
      remove(article.document);
    writer_.set_metadata(file_record_key(record->path), {});
    writer_.set_metadata(failure_key(record->path), {});
    ++report_.files_vanished;
    if (writer_.batch_is_full()) writer_.commit();
  }
}

}  // namespace mahdar
