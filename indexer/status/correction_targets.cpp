#include "indexer/status/correction_targets.h"

#include <filesystem>
#include <set>

#include "indexer/write/generation.h"
#include "indexer/write/source_state.h"
#include "schema/field.h"

namespace mahdar {
namespace {

/// Paths below their source of all files an index holds articles of, as corrections may name them.
std::set<std::string> files_below_sources(const Xapian::Database& database) {
  std::set<std::string> names;
  for (const auto& [path, record] : load_file_records(database)) {
    if (!database.term_exists(make_term(prefix::kFile, file_key(path)))) continue;
    const std::filesystem::path file(path);
    names.insert(path == record.root ? file.filename().string()
                                     : file.lexically_relative(record.root).string());
  }
  return names;
}

}  // namespace

std::vector<Corrections::Row> corrections_without_article(const Xapian::Database& database,
                                                          const std::string& path) {
  const std::string text = database.get_metadata(std::string(metadata::kCorrections));
  if (text.empty()) return {};
  const auto taxonomy = Taxonomy::parse(stored_taxonomy(database));
  if (!taxonomy) return {};
  const auto corrections = Corrections::read(text, path, *taxonomy);
  if (!corrections) return {};
  const std::set<std::string> files = files_below_sources(database);
  std::vector<Corrections::Row> rows;
  for (const Corrections::Row& row : corrections->rows())
    if (!database.term_exists(make_term(prefix::kId, row.article)) &&
        !database.term_exists(make_term(prefix::kFile, file_key(row.article))) &&
        !files.contains(row.article))
      rows.push_back(row);
  return rows;
}

}  // namespace mahdar
