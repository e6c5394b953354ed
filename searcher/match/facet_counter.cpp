#include "searcher/match/facet_counter.h"

#include <algorithm>

#include "schema/field.h"

namespace mahdar {
namespace {

bool better(const ScoredArticle& a, const ScoredArticle& b) {
  return a.score != b.score ? a.score > b.score : a.id < b.id;
}

}  // namespace

FacetCounter::FacetCounter(std::size_t ordinals, std::size_t keep_best,
                           std::chrono::steady_clock::time_point deadline, Grouping grouping)
    : counts_(ordinals), keep_best_(keep_best), check_deadline_(deadline), grouping_(grouping) {}

/// The values already counted for the match's group of near-duplicates; null where it is to be counted alone.
std::vector<FacetOrdinal>* FacetCounter::group_of(const Xapian::Document& document) {
  if (grouping_ == Grouping::kIgnore) return nullptr;
  const std::string group = document.get_value(slot::kCopies);
  if (group.empty()) {
    ++single_;
    return nullptr;
  }
  std::vector<FacetOrdinal>& counted = seen_[group];
  return grouping_ == Grouping::kCountGroups ? &counted : nullptr;
}

void FacetCounter::operator()(const Xapian::Document& document, double score) {
  check_deadline_();
  ++matches_;
  std::vector<FacetOrdinal>* const counted = group_of(document);
  const auto count = [&](FacetOrdinal ordinal) {
    if (ordinal >= counts_.size()) return;
    if (counted != nullptr) {
      if (std::ranges::find(*counted, ordinal) != counted->end()) return;
      counted->push_back(ordinal);
    }
    ++counts_[ordinal];
  };
  unpack_facets(document.get_value(slot::kFacets), count);
  keep(document.get_docid(), score);
}

void FacetCounter::keep(Xapian::docid id, double score) {
  const ScoredArticle article{id, score};
  if (best_.size() < keep_best_) {
    best_.push_back(article);
    std::ranges::push_heap(best_, better);
  } else if (!best_.empty() && better(article, best_.front())) {
    std::ranges::pop_heap(best_, better);
    best_.back() = article;
    std::ranges::push_heap(best_, better);
  }
}

std::vector<ScoredArticle> FacetCounter::best() const {
  std::vector<ScoredArticle> sorted = best_;
  std::ranges::sort(sorted, better);
  return sorted;
}

}  // namespace mahdar
