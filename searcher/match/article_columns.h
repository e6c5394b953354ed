#pragma once

#include <cstdint>
#include <vector>

#include <xapian.h>

#include "schema/facet.h"
#include "searcher/match/article_set.h"

namespace mahdar {

/// What matching asks of every article, in memory, by document number: one look-up instead of one read. Of
/// one revision of an index; immutable.
class ArticleColumns {
 public:
  /// Reads them all; takes about half a microsecond an article and 60 bytes. Throws Xapian::Error.
  ArticleColumns(const Xapian::Database& database, std::size_t ordinals);

  Xapian::doccount articles() const { return articles_; }
  Xapian::docid last() const { return last_; }
  const ArticleSet& all() const { return all_; }

  /// What BM25 adds to a term's frequency below the line: k1 (1 - b + b · length / mean length).
  double norm(Xapian::docid id) const { return norms_[id]; }
  const double* norms() const { return norms_.data(); }
  Xapian::termcount length(Xapian::docid id) const { return lengths_[id]; }

  /// The first eight bytes of the slot as a number that sorts as they do; 0 where it is empty.
  std::uint64_t date(Xapian::docid id) const { return dates_[id]; }
  std::uint64_t round(Xapian::docid id) const { return rounds_[id]; }
  std::uint64_t content(Xapian::docid id) const { return contents_[id]; }
  static std::uint64_t sortable(std::string_view bytes);

  /// The group of near-duplicates, from 1 on; 0: it has no copies.
  std::uint32_t group(Xapian::docid id) const { return groups_[id]; }
  std::uint32_t groups() const { return group_count_; }

  /// Calls visit(ordinal) for each facet value of the article.
  template <typename Visit>
  void for_each_facet(Xapian::docid id, Visit&& visit) const {
    const std::uint32_t end = facet_begins_[id + 1];
    for (std::uint32_t i = facet_begins_[id]; i < end; ++i) visit(facets_[i]);
  }
  /// The same of values that few articles have; the others are sets().
  template <typename Visit>
  void for_each_rare_facet(Xapian::docid id, Visit&& visit) const {
    const std::uint32_t end = rare_ends_[id];
    for (std::uint32_t i = facet_begins_[id]; i < end; ++i) visit(facets_[i]);
  }
  struct ValueSet {
    FacetOrdinal ordinal = 0;
    ArticleSet articles;
  };
  /// The articles of each value that many have: counted faster as a whole than one by one.
  const std::vector<ValueSet>& sets() const { return sets_; }

 private:
  void read_lengths(const Xapian::Database& database);
  void read_facets(const Xapian::Database& database, std::size_t ordinals);
  void set_frequent_apart(std::size_t ordinals);
  void read_groups(const Xapian::Database& database);

  Xapian::doccount articles_;
  Xapian::docid last_;
  ArticleSet all_;
  std::vector<double> norms_;
  std::vector<Xapian::termcount> lengths_;
  std::vector<std::uint64_t> dates_;
  std::vector<std::uint64_t> rounds_;
  std::vector<std::uint64_t> contents_;
  std::vector<std::uint32_t> groups_;
  std::uint32_t group_count_ = 0;
  std::vector<FacetOrdinal> facets_;
  std::vector<std::uint32_t> facet_begins_;  ///< by document number; one more at the end
  std::vector<std::uint32_t> rare_ends_;     ///< of each article's values, those few have go first
  std::vector<ValueSet> sets_;
};

}  // namespace mahdar
