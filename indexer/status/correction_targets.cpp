#include "indexer/status/correction_targets.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "indexer/command_error.h"
#include "indexer/write/generation.h"
#include "indexer/write/source_state.h"
#include "schema/field.h"

namespace mahdar {
namespace {

/// Which articles of an index the names in corrections stand for.
class Targets {
 public:
  explicit Targets(const Xapian::Database& database) : database_(database) {
    for (const auto& [path, record] : load_file_records(database)) {
      const std::filesystem::path file(path);
      files_.emplace(
          path == record.root ? file.filename().string() : file.lexically_relative(record.root).string(),
          make_term(prefix::kFile, file_key(path)));
    }
  }

  /// In the order of the index.
  std::set<Xapian::docid> of(const std::string& name) const {
    std::set<Xapian::docid> articles;
    add(make_term(prefix::kId, name), articles);
    add(make_term(prefix::kFile, file_key(name)), articles);
    add(make_term(prefix::kCorrected, name), articles);
    const auto [first, last] = files_.equal_range(name);
    for (auto file = first; file != last; ++file) add(file->second, articles);
    return articles;
  }

 private:
  void add(const std::string& term, std::set<Xapian::docid>& articles) const {
    articles.insert(database_.postlist_begin(term), database_.postlist_end(term));
  }

  const Xapian::Database& database_;
  std::multimap<std::string, std::string> files_;  ///< terms by path below the source
};

InputError clash(const Corrections::Row& row, std::string message, std::string remedy) {
  const auto colon = row.place.rfind(':');
  return {row.place.substr(0, colon), std::stoul(row.place.substr(colon + 1)), std::move(message),
          std::move(remedy)};
}

}  // namespace

void store_corrections(const Corrections& corrections,
                       const std::function<void(std::string_view key, const std::string& value)>& put) {
  put(metadata::kCorrections, corrections.text());
  put(metadata::kCorrectionsPath, corrections.path());
}

std::optional<Corrections> stored_corrections(const Xapian::Database& database) {
  const std::string text = database.get_metadata(std::string(metadata::kCorrections));
  if (text.empty()) return std::nullopt;
  const auto taxonomy = Taxonomy::parse(stored_taxonomy(database));
  if (!taxonomy) return std::nullopt;
  auto corrections =
      Corrections::read(text, database.get_metadata(std::string(metadata::kCorrectionsPath)), *taxonomy);
  if (!corrections) return std::nullopt;
  return std::move(*corrections);
}

std::vector<Corrections::Row> corrections_without_article(const Xapian::Database& database,
                                                          const Corrections& corrections) {
  std::vector<Corrections::Row> rows;
  if (corrections.empty()) return rows;
  const Targets targets(database);
  for (const Corrections::Row& row : corrections.rows())
    if (targets.of(row.article).empty()) rows.push_back(row);
  return rows;
}

std::vector<InputError> correction_clashes(const Xapian::Database& database, const Corrections& corrections) {
  std::vector<InputError> clashes;
  if (corrections.empty()) return clashes;
  const Targets targets(database);
  std::map<std::pair<Xapian::docid, std::string>, const Corrections::Row*> seen;
  for (const Corrections::Row& row : corrections.rows()) {
    const std::set<Xapian::docid> articles = targets.of(row.article);
    if (articles.size() > 1) {
      clashes.push_back(
          clash(row, fmt::format("\"{}\" stands for {} articles", row.article, articles.size()),
                fmt::format("name one by its id, or by its line in the file: {}#2", row.article)));
      continue;
    }
    if (articles.empty()) continue;
    const auto [first, is_first] = seen.try_emplace({*articles.begin(), row.field}, &row);
    if (!is_first)
      clashes.push_back(
          clash(row,
                fmt::format("{} of \"{}\" is corrected twice: it is the article \"{}\" of {}", row.field,
                            row.article, first->second->article, first->second->place),
                "keep one of the lines"));
  }
  return clashes;
}

void refuse_corrections(const std::vector<InputError>& faults) {
  if (faults.empty()) return;
  constexpr std::size_t kMost = 20;
  std::string text = "the corrections cannot be used: " + faults.front().to_string();
  for (std::size_t i = 1; i < std::min(faults.size(), kMost); ++i) text += "\n" + faults[i].to_string();
  if (faults.size() > kMost) text += "\nand " + std::to_string(faults.size() - kMost) + " more";
  throw CommandError(ExitCode::kUsage, text);
}

}  // namespace mahdar
