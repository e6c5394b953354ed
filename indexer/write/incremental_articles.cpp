#include <utility>

#include "indexer/article_version.h"
#include "indexer/write/incremental_update.h"

// What an update does with each article that it reads; with files: incremental_update.cpp.

namespace mahdar {

void IncrementalUpdate::absorb_article(const FileToRead& file, BuiltArticle&& article) {
  const ArticlePlace place{file.source.shown, article.record};
  if (const Claim* earlier = earlier_in_file(file, article)) {
    if (!follows(*earlier, place, article)) return;
  } else if (is_taken(file, place, article)) {
    return;
  }
  claims_[article.id_term] = {open_->source, article.record, article.content_hash, article.version};
  put(file, place, std::move(article));
}

/// What the file has claimed the id for already; where it is gone on with also in an earlier run.
const IncrementalUpdate::Claim* IncrementalUpdate::earlier_in_file(const FileToRead& file,
                                                                   const BuiltArticle& article) {
  const auto claim = claims_.find(article.id_term);
  if (claim != claims_.end() && claim->second.file->path == file.source.path) return &claim->second;
  if (!open_->continued) return nullptr;
  const auto document = writer_.find(article.id_term);
  if (!document) return nullptr;
  Holder holder = holder_of(writer_.database(), *document);
  if (holder.file_term != file_term(file.key)) return nullptr;
  Claim& earlier = claims_[article.id_term];
  earlier.file = open_->source;
  earlier.line = 0;
  earlier.content_hash = std::move(holder.content_hash);
  earlier.version = std::move(holder.version);
  return &earlier;
}

/// Whether an article is a newer version of an earlier one of its file.
bool IncrementalUpdate::follows(const Claim& earlier, const ArticlePlace& place,
                                const BuiltArticle& article) {
  const bool same = earlier.content_hash == article.content_hash;
  switch (compare_in_file(earlier.version, earlier.content_hash, article.version, article.content_hash)) {
    case LaterArticle::kConflict:
      reject(same_id(place, article.id, ArticlePlace{earlier.file->shown, earlier.line}.to_string()));
      return false;
    case LaterArticle::kOlder:
    case LaterArticle::kCopy:
      pass_over(same, false);
      return false;
    case LaterArticle::kNewer:
      break;
  }
  if (earlier.line == 0 && open_->seen.insert(article.id_term).second) --open_->articles_before;
  // The earlier is in the index, or waits for the end of the file; else it was counted, or will be.
  if (open_->seen.contains(article.id_term)) pass_over(same, false);
  open_->older.erase(article.id_term);
  return true;
}

/// Whether something that is no version of the article claimed its id in this run.
bool IncrementalUpdate::is_taken(const FileToRead& file, const ArticlePlace& place,
                                 const BuiltArticle& article) {
  const auto claim = claims_.find(article.id_term);
  if (claim == claims_.end()) return false;
  const Claim& first = claim->second;
  if (are_versions(article.version, file.source.root, first.version, first.file->root)) return false;
  const bool same = first.content_hash == article.content_hash;
  if (file.known.contains(article.id_term) && (!article.document || same)) return false;
  if (same) {
    pass_over(true, true);
  } else {
    reject(same_id(place, article.id, ArticlePlace{first.file->shown, first.line}.to_string()));
  }
  return true;
}

void IncrementalUpdate::put(const FileToRead& file, const ArticlePlace& place, BuiltArticle&& article) {
  if (!article.document && !contest_.took_from(file.source.path)) {
    open_->seen.insert(article.id_term);
    ++report_.articles_unchanged;
    return;
  }
  const auto document = writer_.find(article.id_term);
  if (!document) {
    open_->seen.insert(article.id_term);
    ++report_.articles_added;
    report_.text_bytes += article.text_bytes;
    writer_.add(std::move(article));
    return;
  }
  const Holder holder = holder_of(writer_.database(), *document);
  if (holder.file_term == file_term(file.key)) {
    put_own(file, holder, std::move(article));
  } else {
    contend(file, place, holder, std::move(article));
  }
}

void IncrementalUpdate::put_own(const FileToRead& file, const Holder& holder, BuiltArticle&& article) {
  open_->seen.insert(article.id_term);
  const auto version = [&](const std::string& value) {
    return ArticleVersion(value, file.source.stamp.mtime_ns, file.source.path);
  };
  if (!article.document) {
    ++report_.articles_unchanged;
  } else if (version(article.version) < version(holder.version)) {
    open_->older.insert_or_assign(article.id_term, std::move(article));
  } else {
    replace(holder.document, std::move(article));
  }
}

void IncrementalUpdate::contend(const FileToRead& file, const ArticlePlace& place, const Holder& holder,
                                BuiltArticle&& article) {
  if (article.document && contest_.take(holder, file, article)) {
    open_->seen.insert(article.id_term);
    return;
  }
  const bool is_final = finished_.contains(holder.path) || plan_.is_passed(holder.path);
  if (!article.document || (is_final && contest_.are_versions_of_one(holder, file, article)))
    return pass_over(holder.content_hash == article.content_hash, true);
  open_->deferred = true;
  contest_.defer(place, open_->file, std::move(article), open_->remembered);
}

void IncrementalUpdate::replace(Xapian::docid document, BuiltArticle&& article) {
  ++report_.articles_changed;
  report_.text_bytes += article.text_bytes;
  writer_.replace(document, std::move(article));
}

void IncrementalUpdate::reject(InputError error) {
  report_.reject(error, open_->remembered.tells_of(error));
  open_->failures.add(std::move(error));
}

void IncrementalUpdate::pass_over(bool same_content, bool to_other_file) {
  ++open_->duplicates;
  if (to_other_file) ++open_->contested;
  if (!same_content) ++open_->superseded;
  ++(same_content ? report_.articles_duplicate : report_.articles_superseded);
}

/// Files may have newer versions now than what is there. With the batch that makes it so they are marked: a
/// run that is cut short leaves them to the next.
void IncrementalUpdate::give_way() {
  if (gives_way_ && !second_reading_) return;
  gives_way_ = true;
  plan_.weigh_again();
  for (const auto& [path, record] : plan_.records()) {
    const bool is_due = !finished_.contains(path) || plan_.passed_copies().contains(path);
    if (record.contested > 0 && (is_due || second_reading_)) settlement_.reopen(path);
  }
}

/// No newer line of the file came: it grew older.
void IncrementalUpdate::put_older() {
  for (auto& [id_term, article] : open_->older) {
    const auto document = writer_.find(id_term);
    if (document) replace(*document, std::move(article));
    give_way();
  }
  open_->older.clear();
}

}  // namespace mahdar
