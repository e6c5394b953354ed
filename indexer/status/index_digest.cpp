#include "indexer/status/index_digest.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "indexer/content_hash.h"
#include "indexer/write/source_state.h"
#include "schema/damaged_index.h"
#include "schema/facet.h"
#include "schema/field.h"
#include "schema/index_stamp.h"

namespace mahdar {
namespace {

/// Strings with their lengths, so that none runs into the next.
void add(RunningHash& hash, const std::string& part) {
  hash.add(fmt::format("{}:", part.size()));
  hash.add(part);
}

void add_terms(const Xapian::Database& database, Xapian::docid number, RunningHash& hash) {
  for (auto term = database.termlist_begin(number); term != database.termlist_end(number); ++term) {
    add(hash, *term);
    hash.add(fmt::format("{}", term.get_wdf()));
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
      hash.add(fmt::format(",{}", *at));
  }
}

void add_facets(const std::string& packed, const FacetDictionary& dictionary, RunningHash& hash) {
  std::vector<std::string> values;
  unpack_facets(packed, [&](FacetOrdinal ordinal) {
    if (ordinal >= dictionary.size()) throw DamagedIndex("the facets of an article are damaged");
    values.push_back(
        fmt::format("{}={}", static_cast<int>(dictionary.facet(ordinal)), dictionary.value(ordinal)));
  });
  std::ranges::sort(values);
  for (const std::string& value : values) add(hash, value);
}

std::string article_digest(const Xapian::Database& database, Xapian::docid number,
                           const FacetDictionary& dictionary) {
  RunningHash hash;
  const Xapian::Document document = database.get_document(number);
  add(hash, document.get_data());
  add_terms(database, number, hash);
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    hash.add(fmt::format("{}=", value.get_valueno()));
    if (value.get_valueno() == slot::kFacets) {
      add_facets(*value, dictionary, hash);
    } else {
      add(hash, *value);
    }
  }
  return hash.hex();
}

std::string file_digest(const FileRecord& record) {
  return fmt::format("{}\n{}\n{}\n{} {} {} {} {} {} {} {} {}", record.path, record.root, record.path_id,
                     record.hash, record.position.hash, record.position.offset, record.position.lines,
                     record.stamp.size, record.articles, record.failures, record.duplicates, record.complete);
}

std::string failure_digest(const FailureRecord& failure) {
  std::string text = fmt::format("{}\n{}", failure.path, failure.total);
  for (const InputError& error : failure.errors) text += fmt::format(" {}", error.line);
  return text;
}

}  // namespace

std::string index_digest(const Xapian::Database& database) {
  const std::string stored = database.get_metadata(std::string(metadata::kFacetDictionary));
  const FacetDictionary dictionary = stored.empty() ? FacetDictionary() : FacetDictionary::parse(stored);
  std::vector<std::string> parts;
  for (auto at = database.postlist_begin({}); at != database.postlist_end({}); ++at)
    parts.push_back(article_digest(database, *at, dictionary));
  for (const auto& [path, record] : load_file_records(database)) parts.push_back(file_digest(record));
  for (const FailureRecord& failure : load_failures(database)) parts.push_back(failure_digest(failure));
  std::ranges::sort(parts);
  RunningHash hash;
  for (const std::string& part : parts) add(hash, part);
  add(hash, database.get_metadata(std::string(metadata::kStamp)));
  return hash.hex();
}

}  // namespace mahdar
