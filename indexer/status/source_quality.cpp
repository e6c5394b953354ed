#include "indexer/status/source_quality.h"

#include <algorithm>

#include "analyzers/text/mojibake.h"
#include "indexer/write/source_state.h"
#include "schema/field.h"
#include "schema/stored_article.h"
#include "schema/value_words.h"

namespace mahdar {
namespace {

void count_article(const Article& article, SourceQuality& quality) {
  ++quality.articles;
  if (article.text.size() <= article.title_end + 1) ++quality.empty_bodies;
  if (looks_like_mojibake(article.text)) ++quality.mojibake_suspected;
  if (article.date.published.empty()) ++quality.undated;
  if (article.round.about.empty() && absent_round(article.round) != kNone) ++quality.round_unknown;
  if (article.source.id.empty()) ++quality.outlet_unknown;
  ++quality.encodings[article.encoding];
  ++quality.languages[article.language];
  if (!article.warnings.empty()) ++quality.warned;
  const auto warned_of = [&](std::string_view what) {
    return std::ranges::any_of(article.warnings, [&](const std::string& w) { return w.starts_with(what); });
  };
  if (warned_of("encoding guessed")) ++quality.encoding_guessed;
  if (warned_of("encoding repaired")) ++quality.encoding_repaired;
}

void count_file(const Xapian::Database& database, std::string_view path, SourceQuality& quality) {
  const std::string term = make_term(prefix::kFile, file_key(path));
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
    count_article(decode_article(database.get_document(*at, Xapian::DOC_ASSUME_VALID).get_data()), quality);
}

}  // namespace

std::vector<SourceQuality> source_quality(const Xapian::Database& database) {
  std::map<std::string, SourceQuality> by_root;
  for (const auto& [path, record] : load_file_records(database)) {
    SourceQuality& quality = by_root[record.root];
    ++quality.files;
    quality.rejected += record.failures;
    quality.superseded += record.superseded;
    count_file(database, path, quality);
  }
  if (database.term_exists(make_term(prefix::kFile, file_key("-")))) count_file(database, "-", by_root["-"]);
  std::vector<SourceQuality> all;
  for (auto& [root, quality] : by_root) {
    quality.root = root;
    all.push_back(quality);
  }
  return all;
}

}  // namespace mahdar
