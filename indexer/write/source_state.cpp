#include "indexer/write/source_state.h"

#include "schema/field.h"
#include "schema/index_stamp.h"
#include "schema/stored_article.h"

namespace mahdar {
namespace {

template <typename Visit>
void for_each_metadata(const Xapian::Database& database, std::string_view key_prefix, Visit&& visit) {
  const std::string prefix(key_prefix);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key)
    visit(database.get_metadata(*key));
}

}  // namespace

std::map<std::string, FileRecord> load_file_records(const Xapian::Database& database) {
  std::map<std::string, FileRecord> records;
  for_each_metadata(database, metadata::kFilePrefix, [&](const std::string& value) {
    FileRecord record = FileRecord::parse(value);
    std::string path = record.path;
    records.emplace(std::move(path), std::move(record));
  });
  return records;
}

std::vector<FailureRecord> load_failures(const Xapian::Database& database) {
  std::vector<FailureRecord> failures;
  for_each_metadata(database, metadata::kFailurePrefix,
                    [&](const std::string& value) { failures.push_back(FailureRecord::parse(value)); });
  return failures;
}

std::string file_record_key(std::string_view path) {
  return std::string(metadata::kFilePrefix) + file_key(path);
}
std::string failure_key(std::string_view path) {
  return std::string(metadata::kFailurePrefix) + file_key(path);
}

std::map<std::string, KnownArticle, std::less<>> articles_of_file(const Xapian::Database& database,
                                                                  std::string_view file_key) {
  std::map<std::string, KnownArticle, std::less<>> articles;
  const std::string term = make_term(prefix::kFile, file_key);
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    const Xapian::Document document = database.get_document(*at, Xapian::DOC_ASSUME_VALID);
    articles.emplace(
        term_with_prefix(database, *at, prefix::kId),
        KnownArticle{*at, document.get_value(slot::kContentHash), document.get_value(slot::kVersion)});
  }
  return articles;
}

std::string term_with_prefix(const Xapian::Database& database, Xapian::docid document,
                             std::string_view prefix) {
  const std::string start(prefix);
  auto term = database.termlist_begin(document);
  term.skip_to(start);
  if (term == database.termlist_end(document) || !(*term).starts_with(start)) return {};
  return *term;
}

std::string place_of(const Xapian::Database& database, Xapian::docid document) {
  return decode_article_head(database.get_document(document).get_data()).path;
}

}  // namespace mahdar
