#include "searcher/match/set_finder.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

#include "schema/field.h"
#include "schema/word_trail.h"

namespace mahdar {

namespace {

using Op = MatchQuery::Op;

/// A phrase is looked for in so many articles in a millisecond.
constexpr Xapian::doccount kFew = 1500;

}  // namespace

std::shared_ptr<const Postings> SetFinder::postings(const MatchQuery& leaf) {
  std::shared_ptr<const Postings> found;
  if (leaf.op == Op::kTerm) {
    found = memory_.postings.of_term(leaf.term, database_, check_);
  } else {
    std::vector<std::string> terms;
    for (const MatchQuery& part : leaf.parts) terms.push_back(part.term);
    found = memory_.postings.of_any(terms, database_, memory_.columns, check_);
  }
  complete_to_ = std::min(complete_to_, found->complete_to);
  return found;
}

ArticleSet SetFinder::holders(const Postings& postings) const {
  ArticleSet set = empty();
  for (const Xapian::docid id : postings.ids) set.add(id);
  return set;
}

ArticleSet SetFinder::any_of(const std::vector<MatchQuery>& parts, std::size_t first,
                             const ArticleSet* within) {
  ArticleSet set = empty();
  for (std::size_t i = first; i < parts.size(); ++i) set |= find(parts[i], within);
  return set;
}

/// Phrases last: they are looked for in those articles only that have all the rest; where these are many, in
/// all that may hold the phrase, to know it for the pages and filters that follow.
ArticleSet SetFinder::all_of(const std::vector<MatchQuery>& parts, const ArticleSet* within) {
  ArticleSet set = within != nullptr ? *within : memory_.columns.all();
  for (const MatchQuery& part : parts)
    if (part.op != Op::kPhrase) set &= find(part, &set);
  for (const MatchQuery& part : parts) {
    if (part.op != Op::kPhrase) continue;
    if (within == nullptr || set.size() <= kFew) {
      set = side_by_side(part, set, within == nullptr);
    } else {
      ArticleSet holders = memory_.columns.all();
      for (const MatchQuery& other : parts)
        if (other.op != Op::kPhrase) holders &= find(other);
      set &= side_by_side(part, holders, true);
    }
  }
  return set;
}

ArticleSet SetFinder::dated(const std::string& term_prefix) {
  ArticleSet set = empty();
  const auto end = database_.allterms_end(term_prefix);
  for (auto term = database_.allterms_begin(term_prefix); term != end; ++term)
    set |= holders(*postings(MatchQuery(*term)));
  return set;
}

ArticleSet SetFinder::between(const MatchQuery& query) const {
  const std::uint64_t low = query.from.empty() ? 1 : ArticleColumns::sortable(query.from);
  const std::uint64_t high =
      query.to.empty() ? std::numeric_limits<std::uint64_t>::max() : ArticleColumns::sortable(query.to);
  ArticleSet set = empty();
  for (Xapian::docid id = 1; id <= memory_.columns.last(); ++id) {
    const std::uint64_t date = memory_.columns.date(id);
    if (date != 0 && low <= date && date <= high) set.add(id);
  }
  return set;
}

ArticleSet SetFinder::side_by_side(const MatchQuery& phrase, const ArticleSet& candidates, bool everywhere) {
  ArticleSet inside = candidates;
  std::string key = phrase.in_title ? "title" : "";
  for (const std::string& stem : phrase.stems) key.append(1, ' ').append(stem);
  if (const auto kept = memory_.phrases.find(key)) return inside &= *kept;
  const auto [place, is_new] = phrases_.try_emplace(&phrase, empty());
  if (!is_new) return inside &= place->second;
  ArticleSet& set = place->second;
  const TrailColumn* const column = memory_.trails(database_);
  const auto end = database_.valuestream_end(slot::kTrail);
  auto value = column != nullptr ? end : database_.valuestream_begin(slot::kTrail);
  const auto holds = [&](Xapian::docid id) {
    if (column != nullptr) {
      const std::string_view trail = column->trail(id);
      return !trail.empty() && WordTrail(trail).holds(phrase.stems, phrase.in_title);
    }
    if (value != end) value.skip_to(id);
    if (value == end || value.get_docid() != id) return false;
    const std::string trail = *value;
    return WordTrail(trail).holds(phrase.stems, phrase.in_title);
  };
  Xapian::docid last = 0;
  try {
    candidates.for_each([&](Xapian::docid id) {
      check_();
      if (holds(id)) set.add(id);
      last = id;
    });
    if (everywhere) memory_.phrases.keep(key, std::make_shared<const ArticleSet>(set), set.bytes());
  } catch (const DeadlineExceeded&) {
    complete_to_ = std::min(complete_to_, last);
  }
  return set;
}

ArticleSet SetFinder::find(const MatchQuery& query, const ArticleSet* within) {
  switch (query.op) {
    case Op::kNothing:
      return empty();
    case Op::kAll:
    case Op::kConstant:
      return memory_.columns.all();
    case Op::kTerm:
    case Op::kSynonym:
      return holders(*postings(query));
    case Op::kDated:
      return dated(query.term);
    case Op::kDates:
      return between(query);
    case Op::kPhrase:
      return side_by_side(query, within != nullptr ? *within : memory_.columns.all(), within == nullptr);
    case Op::kArticles: {
      ArticleSet set = empty();
      for (const Xapian::docid id : *query.articles) set.add(id);
      return set;
    }
    case Op::kAnd:
    case Op::kFilter:
      return all_of(query.parts, within);
    case Op::kOr:
    case Op::kMax:
      return any_of(query.parts, 0, within);
    case Op::kAndNot: {
      ArticleSet set = find(query.parts.front(), within);
      return set -= any_of(query.parts, 1, &set);
    }
    case Op::kAndMaybe:
    case Op::kScaled:
      return find(query.parts.front(), within);
  }
  return empty();
}

}  // namespace mahdar
