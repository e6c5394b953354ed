#include "searcher/match/posting_store.h"

#include <algorithm>
#include <limits>

namespace mahdar {
namespace {

constexpr Xapian::termcount kMostOften = std::numeric_limits<std::uint16_t>::max();

Postings read(const std::string& term, const Xapian::Database& database, DeadlineCheck& check) {
  const Xapian::docid last = database.get_lastdocid();
  Postings postings;
  postings.weighed_as = database.get_termfreq(term);
  postings.ids.reserve(std::min(postings.weighed_as, last));
  postings.frequencies.reserve(postings.ids.capacity());
  const auto end = database.postlist_end(term);
  try {
    for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
      check();
      if (*posting > last) throw Xapian::DatabaseCorruptError("a term of an article beyond the last one");
      postings.ids.push_back(*posting);
      postings.frequencies.push_back(static_cast<std::uint16_t>(std::min(posting.get_wdf(), kMostOften)));
    }
  } catch (const DeadlineExceeded&) {
    postings.complete_to = postings.ids.empty() ? 0 : postings.ids.back();
  }
  return postings;
}

/// The estimate Xapian weighs a synonym by: frequencies put together in pairs, as if independent, in the
/// order of its tree (api/queryinternal.cc, OrContext::postlist).
Xapian::doccount estimate(std::vector<Xapian::doccount> counts, double articles) {
  const auto together = [&](double a, double b) {
    return static_cast<Xapian::doccount>(a + b - (a * b / articles) + 0.5);
  };
  const auto rarest_on_top = std::greater<>();
  std::ranges::make_heap(counts, rarest_on_top);
  while (counts.size() > 1) {
    const Xapian::doccount rarest = counts.front();
    std::ranges::pop_heap(counts, rarest_on_top);
    counts.pop_back();
    const Xapian::doccount next = counts.front();
    std::ranges::pop_heap(counts, rarest_on_top);
    counts.back() = together(next, rarest);
    std::ranges::push_heap(counts, rarest_on_top);
  }
  return counts.front();
}

}  // namespace

void PostingStore::keep(const std::string& key, const std::shared_ptr<const Postings>& postings) {
  if (postings->complete_to != UINT32_MAX) return;
  const std::size_t each = sizeof(Xapian::docid) + sizeof(std::uint16_t);
  kept_.keep(key, postings, 2 * key.size() + sizeof(Postings) + postings->ids.size() * each);
}

std::shared_ptr<const Postings> PostingStore::of_term(const std::string& term,
                                                      const Xapian::Database& database,
                                                      DeadlineCheck& check) {
  if (auto kept = kept_.find(term)) return kept;
  auto postings = std::make_shared<const Postings>(read(term, database, check));
  keep(term, postings);
  return postings;
}

std::shared_ptr<const Postings> PostingStore::of_any(const std::vector<std::string>& terms,
                                                     const Xapian::Database& database,
                                                     const ArticleColumns& columns, DeadlineCheck& check) {
  std::string key(1, '\0');  // begins no term
  for (const std::string& term : terms) key.append(std::to_string(term.size())).append(1, ':').append(term);
  if (auto kept = kept_.find(key)) return kept;

  Postings merged;
  std::vector<Xapian::doccount> counts;
  std::vector<std::uint32_t> sums(columns.last() + std::size_t{1});
  ArticleSet holders(columns.last());
  for (const std::string& term : terms) {
    const auto postings = of_term(term, database, check);
    counts.push_back(postings->weighed_as);
    merged.complete_to = std::min(merged.complete_to, postings->complete_to);
    for (std::size_t i = 0; i < postings->ids.size(); ++i) {
      holders.add(postings->ids[i]);
      sums[postings->ids[i]] += postings->frequencies[i];
    }
  }
  merged.weighed_as = estimate(std::move(counts), columns.articles());
  const Xapian::doccount size = holders.size();
  merged.ids.reserve(size);
  merged.frequencies.reserve(size);
  holders.for_each([&](Xapian::docid id) {
    merged.ids.push_back(id);
    merged.frequencies.push_back(
        static_cast<std::uint16_t>(std::min({sums[id], columns.length(id), kMostOften})));
  });
  auto postings = std::make_shared<const Postings>(std::move(merged));
  keep(key, postings);
  return postings;
}

}  // namespace mahdar
