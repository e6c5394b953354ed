#include "indexer/write/settlement.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "indexer/timestamp.h"
#include "indexer/write/source_state.h"
#include "indexer/write/update_rules.h"
#include "schema/field.h"

namespace mahdar {

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

void Settlement::hold(FileRecord record, std::set<Xapian::docid> unseen) {
  const std::string path = record.path;
  held_[path] = {record, std::move(unseen)};
  save(record);
}

void Settlement::reopen(const std::string& path) {
  FileRecord reopened = record(path);
  reopened.complete = false;
  reopened.position = {};
  save(reopened);
}

bool Settlement::gives_up(const std::string& path, Xapian::docid document) const {
  const auto held = held_.find(path);
  return held != held_.end() && held->second.unseen.contains(document);
}

bool Settlement::forget(const std::string& path, Xapian::docid document) {
  const auto held = held_.find(path);
  return held != held_.end() && held->second.unseen.erase(document) > 0;
}

void Settlement::settle() {
  refuse_mass_deletes();
  for (auto& [path, held] : held_) {
    if (!is_refused(held.record.root)) remove_unseen(held);
    if (writer_.batch_is_full()) writer_.commit();
  }
  release_held();
  remove_vanished();
}

void Settlement::release_held() {
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
  for (const Xapian::docid document : held.unseen) remove(document);
  held.unseen.clear();
}

bool Settlement::waits(const FileRecord& vanished) const {
  const std::string_view now = plan_.moved_to(vanished);
  return !now.empty() && writer_.database().get_metadata(file_record_key(now)).empty();
}

/// Files that this run did not look at may have what goes with those that vanished.
void Settlement::reopen_elsewhere() {
  for (const auto& [path, record] : plan_.records())
    if (record.contested > 0 && !plan_.found(path) && !plan_.is_vanished(file_term(file_key(path))))
      reopen(path);
}

void Settlement::remove_vanished() {
  const auto goes = [&](const FileRecord* record) { return !is_refused(record->root) && !waits(*record); };
  if (std::ranges::any_of(plan_.vanished(), goes)) reopen_elsewhere();
  for (const FileRecord* record : plan_.vanished()) {
    if (!goes(record)) continue;
    for (const auto& [id_term, article] : articles_of_file(writer_.database(), file_key(record->path)))
      remove(article.document);
    writer_.set_metadata(file_record_key(record->path), {});
    writer_.set_metadata(failure_key(record->path), {});
    ++report_.files_vanished;
    if (writer_.batch_is_full()) writer_.commit();
  }
}

}  // namespace mahdar
