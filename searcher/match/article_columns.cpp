#include "searcher/match/article_columns.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "schema/field.h"
#include "searcher/query/ranking.h"

namespace mahdar {
namespace {

/// A value is counted by its set where more than one article in so many has it.
constexpr Xapian::doccount kFrequent = 24;

/// A damaged index may name any number.
Xapian::docid checked(Xapian::docid id, Xapian::docid last) {
  if (id > last) throw Xapian::DatabaseCorruptError("an article beyond the last one");
  return id;
}

template <typename Visit>
void for_each_value(const Xapian::Database& database, Xapian::valueno slot, Visit&& visit) {
  const Xapian::docid last = database.get_lastdocid();
  const auto end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value)
    visit(checked(value.get_docid(), last), *value);
}

std::vector<std::uint64_t> read_sortable(const Xapian::Database& database, Xapian::valueno slot,
                                         std::size_t size) {
  std::vector<std::uint64_t> column(size);
  for_each_value(database, slot, [&](Xapian::docid id, const std::string& value) {
    column[id] = ArticleColumns::sortable(value);
  });
  return column;
}

}  // namespace

ArticleColumns::ArticleColumns(const Xapian::Database& database, std::size_t ordinals)
    : articles_(database.get_doccount()), last_(database.get_lastdocid()), all_(last_) {
  const std::size_t size = last_ + std::size_t{2};
  norms_.resize(size);
  lengths_.resize(size);
  groups_.resize(size);
  read_lengths(database);
  dates_ = read_sortable(database, slot::kDate, size);
  rounds_ = read_sortable(database, slot::kRound, size);
  contents_ = read_sortable(database, slot::kContentHash, size);
  read_groups(database);
  read_facets(database, ordinals);
}

std::uint64_t ArticleColumns::sortable(std::string_view bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i)
    number = number << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
  return number;
}

void ArticleColumns::read_lengths(const Xapian::Database& database) {
  // As Xapian::BM25Weight reckons, to the last bit: both matchers must rank alike.
  const double mean = database.get_avlength();
  const double factor = mean != 0 ? 1 / mean : 0;
  const auto end = database.postlist_end("");
  for (auto article = database.postlist_begin(""); article != end; ++article) {
    const Xapian::docid id = checked(*article, last_);
    all_.add(id);
    lengths_[id] = article.get_doclength();
    norms_[id] = ranking::kSaturation * (lengths_[id] * factor * ranking::kLength + (1 - ranking::kLength));
  }
}

void ArticleColumns::read_groups(const Xapian::Database& database) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  for_each_value(database, slot::kCopies, [&](Xapian::docid id, const std::string& group) {
    groups_[id] = numbers.try_emplace(group, static_cast<std::uint32_t>(numbers.size() + 1)).first->second;
  });
  group_count_ = static_cast<std::uint32_t>(numbers.size());
}

void ArticleColumns::read_facets(const Xapian::Database& database, std::size_t ordinals) {
  facet_begins_.reserve(last_ + std::size_t{3});
  const auto begin_up_to = [&](std::size_t size) {
    facet_begins_.resize(size, static_cast<std::uint32_t>(facets_.size()));
  };
  for_each_value(database, slot::kFacets, [&](Xapian::docid id, const std::string& packed) {
    begin_up_to(id + std::size_t{1});
    unpack_facets(packed, [&](FacetOrdinal ordinal) {
      if (ordinal < ordinals) facets_.push_back(ordinal);
    });
  });
  begin_up_to(last_ + std::size_t{3});
  set_frequent_apart(ordinals);
}

void ArticleColumns::set_frequent_apart(std::size_t ordinals) {
  std::vector<std::uint32_t> totals(ordinals);
  for (const FacetOrdinal ordinal : facets_) ++totals[ordinal];
  std::vector<std::size_t> numbers(ordinals);
  for (std::size_t i = 0; i < ordinals; ++i) {
    if (totals[i] <= articles_ / kFrequent) continue;
    sets_.push_back({static_cast<FacetOrdinal>(i), ArticleSet(last_)});
    numbers[i] = sets_.size();
  }
  rare_ends_.resize(last_ + std::size_t{2});
  for (Xapian::docid id = 0; id <= last_; ++id) {
    const auto begin = facets_.begin() + facet_begins_[id];
    const auto end = facets_.begin() + facet_begins_[id + std::size_t{1}];
    const auto frequent =
        std::stable_partition(begin, end, [&](FacetOrdinal ordinal) { return numbers[ordinal] == 0; });
    rare_ends_[id] = static_cast<std::uint32_t>(frequent - facets_.begin());
    for (auto ordinal = frequent; ordinal != end; ++ordinal) sets_[numbers[*ordinal] - 1].articles.add(id);
  }
}

}  // namespace mahdar
