#include "searcher/match/score_sum.h"

#include <algorithm>
#include <cmath>

#include "searcher/query/ranking.h"

namespace mahdar {
namespace {

using Op = MatchQuery::Op;

/// A posting looked up in a list costs about as much as so many read in passing.
constexpr std::size_t kLookUp = 32;

/// As Xapian::BM25Weight reckons.
double term_weight(double articles, double holders, double factor) {
  const double odds = (articles - holders + 0.5) / (holders + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds) * factor * (ranking::kSaturation + 1);
}

/// Whether its scores are zero where it does not match, so that they can be added without asking.
bool is_zero_elsewhere(const MatchQuery& query) {
  switch (query.op) {
    case Op::kAnd:
    case Op::kFilter:
    case Op::kAndNot:
    case Op::kAndMaybe:
    case Op::kConstant:
      return false;
    case Op::kScaled:
      return is_zero_elsewhere(query.parts.front());
    default:
      return true;
  }
}

}  // namespace

ScoreSum::ScoreSum(const MatchQuery& query, const ArticleSet& matches, SetFinder& finder,
                   const RevisionMemory& memory)
    : finder_(finder), columns_(memory.columns), scores_(zeros()) {
  add(query, 1, matches, scores_);
}

/// Adds what the query gives to articles that it matches. To others it may add anything.
void ScoreSum::add(const MatchQuery& query, double factor, const ArticleSet& matches, Scores& scores) {
  if (factor == 0) return;
  switch (query.op) {
    case Op::kTerm:
    case Op::kSynonym:
      return add_leaf(query, factor, matches, scores);
    case Op::kConstant:
      matches.for_each([&](Xapian::docid id) { scores[id] += factor * query.scale; });
      return;
    case Op::kScaled:
      return add(query.parts.front(), factor * query.scale, matches, scores);
    case Op::kAnd:
      for (const MatchQuery& part : query.parts) add(part, factor, matches, scores);
      return;
    case Op::kFilter:
    case Op::kAndNot:
      return add(query.parts.front(), factor, matches, scores);
    case Op::kAndMaybe:
      add(query.parts.front(), factor, matches, scores);
      for (std::size_t i = 1; i < query.parts.size(); ++i)
        add_where_it_matches(query.parts[i], factor, matches, scores);
      return;
    case Op::kOr:
      for (const MatchQuery& part : query.parts) add_where_it_matches(part, factor, matches, scores);
      return;
    case Op::kMax:
      return add_best(query, factor, matches, scores);
    default:
      return;
  }
}

void ScoreSum::add_where_it_matches(const MatchQuery& query, double factor, const ArticleSet& matches,
                                    Scores& scores) {
  if (is_zero_elsewhere(query)) return add(query, factor, matches, scores);
  ArticleSet inside = finder_.find(query, &matches);
  inside &= matches;
  Scores own = zeros();
  add(query, factor, inside, own);
  inside.for_each([&](Xapian::docid id) { scores[id] += own[id]; });
}

void ScoreSum::add_best(const MatchQuery& query, double factor, const ArticleSet& matches, Scores& scores) {
  Scores best = zeros();
  for (const MatchQuery& part : query.parts) {
    Scores own = zeros();
    add_where_it_matches(part, factor, matches, own);
    matches.for_each([&](Xapian::docid id) { best[id] = std::max(best[id], own[id]); });
  }
  matches.for_each([&](Xapian::docid id) { scores[id] += best[id]; });
}

void ScoreSum::add_leaf(const MatchQuery& leaf, double factor, const ArticleSet& matches, Scores& scores) {
  const auto postings = finder_.postings(leaf);
  const double weight = term_weight(columns_.articles(), postings->weighed_as, factor);
  const double* const norms = columns_.norms();
  const auto score = [&](std::size_t i) {
    const double frequency = postings->frequencies[i];
    return weight * (frequency / (norms[postings->ids[i]] + frequency));
  };
  const auto& ids = postings->ids;
  if (std::size_t{matches.size()} * kLookUp < ids.size()) {
    auto from = ids.begin();
    matches.for_each([&](Xapian::docid id) {
      from = std::lower_bound(from, ids.end(), id);
      if (from != ids.end() && *from == id) scores[id] += score(static_cast<std::size_t>(from - ids.begin()));
    });
    return;
  }
  for (std::size_t i = 0; i < ids.size(); ++i) scores[ids[i]] += score(i);
}

}  // namespace mahdar
