#include "indexer/write/contest.h"

#include <utility>

#include <fmt/format.h>

#include "indexer/article_version.h"
#include "indexer/timestamp.h"
#include "indexer/write/source_state.h"
#include "schema/field.h"
#include "schema/index_stamp.h"

namespace mahdar {

std::string ArticlePlace::to_string() const {
  return record == 0 ? path : fmt::format("{}:{}", path, record);
}

InputError same_id(const ArticlePlace& place, std::string_view id, const std::string& holder) {
  return {place.path, place.record, fmt::format("the id \"{}\" is already that of {}", id, holder),
          "give one of them another id"};
}

Holder holder_of(const Xapian::Database& database, Xapian::docid document) {
  const Xapian::Document content = database.get_document(document, Xapian::DOC_ASSUME_VALID);
  Holder holder;
  holder.document = document;
  holder.file_term = term_with_prefix(database, document, prefix::kFile);
  holder.content_hash = content.get_value(slot::kContentHash);
  holder.version = content.get_value(slot::kVersion);
  const std::string record = database.get_metadata(std::string(metadata::kFilePrefix) +
                                                   word_of_term(prefix::kFile, holder.file_term));
  holder.path = record.empty() ? place_of(database, document) : FileRecord::parse(record).path;
  return holder;
}

bool are_versions(std::string_view version, std::string_view root, std::string_view other_version,
                  std::string_view other_root) {
  return !version.empty() && !other_version.empty() && !root.empty() && root == other_root;
}

Contest::FileNow Contest::file_now(const std::string& path) const {
  if (const auto found = plan_.found(path)) return {found->root, found->stamp.mtime_ns};
  if (writer_.database().get_metadata(file_record_key(path)).empty()) return {};
  const FileRecord record = settlement_.record(path);
  return {record.root, record.mtime_ns};
}

bool Contest::are_versions_of_one(const Holder& holder, const FileToRead& file,
                                  const BuiltArticle& article) const {
  return are_versions(article.version, file.source.root, holder.version, file_now(holder.path).root);
}

bool Contest::is_newer(const Holder& holder, const FileToRead& file, const BuiltArticle& article) const {
  return are_versions_of_one(holder, file, article) &&
         ArticleVersion(article.version, file.source.stamp.mtime_ns, file.source.path) >
             ArticleVersion(holder.version, file_now(holder.path).mtime_ns, holder.path);
}

bool Contest::take(const Holder& holder, const FileToRead& file, BuiltArticle& article) {
  const bool freed = file.source.path == "-" || holder.path == "-" || plan_.is_vanished(holder.file_term) ||
                     settlement_.gives_up(holder.path, holder.document);
  if (!freed && !is_newer(holder, file, article)) return false;
  const bool same = holder.content_hash == article.content_hash;
  if (freed || !same) ++report_.articles_changed;
  if (!freed) ++(same ? report_.articles_duplicate : report_.articles_superseded);
  report_.text_bytes += article.text_bytes;
  lose(holder, !freed, same);
  writer_.replace(holder.document, std::move(article));
  return true;
}

void Contest::lose(const Holder& holder, bool to_version, bool same_content) {
  taken_from_.insert(holder.path);
  if (writer_.database().get_metadata(file_record_key(holder.path)).empty()) return;
  const bool given_up = settlement_.forget(holder.path, holder.document);
  FileRecord record = settlement_.record(holder.path);
  if (!given_up && record.articles > 0) --record.articles;
  if (to_version) {
    ++record.duplicates;
    ++record.contested;
    if (!same_content) ++record.superseded;
  }
  settlement_.save(record);
}

void Contest::defer(ArticlePlace place, std::shared_ptr<const FileToRead> file, BuiltArticle article,
                    FailureRecord known) {
  deferred_.push_back({std::move(place), std::move(file), std::move(article), std::move(known)});
}

void Contest::settle() {
  for (Deferred& late : std::exchange(deferred_, {})) settle(late);
}

void Contest::settle(Deferred& late) {
  const auto document = writer_.find(late.article.id_term);
  if (document) {
    const Holder holder = holder_of(writer_.database(), *document);
    if (holder.file_term == file_term(late.file->key)) return replace_earlier_line(holder, late);
    if (!take(holder, *late.file, late.article)) {
      const bool passes = holder.content_hash == late.article.content_hash ||
                          are_versions_of_one(holder, *late.file, late.article);
      return passes ? pass_over(late, holder) : reject_late(late, holder);
    }
  } else {
    ++report_.articles_added;
    report_.text_bytes += late.article.text_bytes;
    writer_.add(std::move(late.article));
  }
  FileRecord kept = settlement_.record(late.file->source.path);
  ++kept.articles;
  settlement_.save(kept);
}

/// Two lines of the file waited for the id, or one that came later has it already.
void Contest::replace_earlier_line(const Holder& holder, Deferred& late) {
  const LaterArticle is =
      compare_in_file(holder.version, holder.content_hash, late.article.version, late.article.content_hash);
  pass_over(late, holder);
  if (is == LaterArticle::kNewer) writer_.replace(holder.document, std::move(late.article));
}

void Contest::pass_over(const Deferred& late, const Holder& holder) {
  const bool same = holder.content_hash == late.article.content_hash;
  FileRecord kept = settlement_.record(late.file->source.path);
  ++kept.duplicates;
  if (!same) ++kept.superseded;
  if (holder.file_term != file_term(late.file->key)) ++kept.contested;
  ++(same ? report_.articles_duplicate : report_.articles_superseded);
  settlement_.save(kept);
}

void Contest::reject_late(const Deferred& late, const Holder& holder) {
  const std::string& path = late.file->source.path;
  InputError error = same_id(late.place, late.article.id, holder.path);
  FailureRecord failures;
  const std::string stored = writer_.database().get_metadata(failure_key(path));
  if (!stored.empty()) failures = FailureRecord::parse(stored);
  failures.path = path;
  failures.time = timestamp_now();
  failures.attempts = late.known.attempts;
  failures.add(error);
  writer_.set_metadata(failure_key(path), failures.serialize());
  FileRecord kept = settlement_.record(path);
  ++kept.failures;
  settlement_.save(kept);
  report_.reject(error, late.known.tells_of(error));
}

}  // namespace mahdar
