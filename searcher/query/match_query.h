#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

namespace mahdar {

/// A query as it is matched: terms and other leaves under operators that mean what Xapian's of these names
/// do. A value, so that both matchers can walk it (Xapian lets nobody look into its own). Parts that match
/// nothing drop out, and branches that become one part are that part.
struct MatchQuery {
  enum class Op : std::uint8_t {
    kNothing,
    kAll,       ///< every article, without weight
    kTerm,      ///< `term`
    kDated,     ///< articles with any term that begins with `term`; never weighed
    kDates,     ///< articles whose date slot lies in [from, to]; open where empty; without weight
    kPhrase,    ///< `stems` side by side, of articles that hold them all; without weight
    kArticles,  ///< those of `articles`; without weight
    kConstant,  ///< every article, each with the score `scale`
    kAnd,
    kOr,
    kAndNot,    ///< the first without the second
    kFilter,    ///< the first where all the others match; these without weight
    kAndMaybe,  ///< the first; the others only add to its score
    kMax,       ///< any; the best score counts
    kSynonym,   ///< any of some terms, weighed as if they were one
    kScaled     ///< the only part, its weight times `scale`
  };
  using Articles = std::shared_ptr<const std::vector<Xapian::docid>>;

  Op op = Op::kAll;
  std::string term;
  std::string from;
  std::string to;
  std::vector<std::string> stems;
  bool in_title = false;
  Articles articles;  ///< ascending
  double scale = 1;
  std::vector<MatchQuery> parts;

  MatchQuery() = default;
  explicit MatchQuery(std::string of_term) : op(Op::kTerm), term(std::move(of_term)) {}
  MatchQuery(Op of_op, std::vector<MatchQuery> of_parts);

  static MatchQuery nothing();
  static MatchQuery scaled(MatchQuery query, double by);
  static MatchQuery dated(std::string_view term_prefix);
  static MatchQuery dates(std::string from, std::string to);
  static MatchQuery phrase(std::vector<std::string> stems, bool in_title);
  static MatchQuery of_articles(Articles articles);
  static MatchQuery constant(double score);

  bool is_nothing() const { return op == Op::kNothing; }
};

/// The same in Xapian's form. Its match throws DeadlineExceeded.
Xapian::Query to_xapian(const MatchQuery& query, std::chrono::steady_clock::time_point deadline);

}  // namespace mahdar
