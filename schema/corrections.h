#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "schema/article.h"
#include "schema/result.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// What a correction may call an article: its id; its file, absolute or below its source; where the file
/// holds several, "x.jsonl#2" or, as `explain` prints it, "x.jsonl:2".
struct ArticleNames {
  std::string_view id;
  std::string_view path;
  std::string_view relative;
  std::uint64_t record = 0;  ///< RawArticle::record: line or item of its file; 0: the file is the article
  bool alone = true;         ///< the file's name alone stands for this article
};

/// A user's corrections of what was detected: a table (TSV) with a line "article, field, value, who, why".
/// The article is named as ArticleNames says. Fields: round, guarantor,
/// country, topic, person, framing, source, date; several values are joined by ','; names of
/// the taxonomy stand for their ids; "unknown" takes a value away.
/// Lines that begin with '#' and empty lines are skipped. Immutable once read; safe to share between threads.
class Corrections {
 public:
  struct Row {
    std::string article;
    std::string field;
    std::string value;
    std::string who;
    std::string why;
    std::string place;  ///< file and line
  };

  Corrections() = default;

  /// Fails with every fault, each with `path`, line and remedy: values are checked against the taxonomy, and
  /// one article has one correction a field.
  static tl::expected<Corrections, std::vector<InputError>> read(std::string_view tsv,
                                                                 const std::string& path,
                                                                 const Taxonomy& taxonomy);

  bool empty() const { return rows_.empty(); }

  /// All, in the order of their file.
  const std::vector<Row>& rows() const { return rows_; }

  /// The text it was read from, for the index to keep.
  const std::string& text() const { return text_; }

  /// Those of an article, in the order of their file; of two of one field the first.
  std::vector<const Row*> find(const ArticleNames& names) const;

  /// The file they were read from, as messages name it.
  const std::string& path() const { return path_; }

 private:
  std::string text_;
  std::string path_;
  std::vector<Row> rows_;
  std::multimap<std::string, std::size_t, std::less<>> by_article_;
};

/// Puts the values in the place of what was detected, with confidence 1, and notes what stood there before.
void apply_corrections(const std::vector<const Corrections::Row*>& rows, Article& article);

}  // namespace mahdar
