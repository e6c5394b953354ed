#pragma once

#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/pipeline/read_task.h"
#include "indexer/write/failure_record.h"
#include "indexer/write/file_record.h"

namespace mahdar {

/// Every file record of an index, by path. Throws Xapian::Error, DamagedIndex on damage.
std::map<std::string, FileRecord> load_file_records(const Xapian::Database& database);

/// Every remembered failure.
std::vector<FailureRecord> load_failures(const Xapian::Database& database);

/// Metadata keys.
std::string file_record_key(std::string_view path);
std::string failure_key(std::string_view path);

/// The articles an index holds of a file, by id term.
std::map<std::string, KnownArticle, std::less<>> articles_of_file(const Xapian::Database& database,
                                                                  std::string_view file_key);

/// A term of a document that begins with a prefix (prefix::kId or prefix::kFile), or empty.
std::string term_with_prefix(const Xapian::Database& database, Xapian::docid document,
                             std::string_view prefix);

/// Path of the file, and line where it has any, that a document's article came from.
std::string place_of(const Xapian::Database& database, Xapian::docid document);

}  // namespace mahdar
