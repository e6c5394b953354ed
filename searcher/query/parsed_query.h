#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/article.h"
#include "searcher/match/result_page.h"
#include "searcher/query/search_request.h"

namespace mahdar {

enum class NodeKind : std::uint8_t { kWord, kPhrase, kFilter, kSequence, kAnd, kOr, kNot };
/// kFolded and kStem lie between kExact and kPlain and have no notation: relaxation sets them. So it does
/// kClosest: of the near spellings only the closest kind there is; written as kNear.
enum class WordForm : std::uint8_t { kPlain, kExact, kFolded, kStem, kPrefix, kNear, kClosest };

/// A query as a tree. A sequence is words side by side: the request's match mode says whether all or any must
/// occur.
struct QueryNode {
  NodeKind kind = NodeKind::kSequence;
  std::string text;                  ///< words and phrases: as typed, without operators and bidi marks
  WordForm form = WordForm::kPlain;  ///< words; phrases are no prefix and not near
  bool title = false;                ///< words and phrases: only in the title
  Filter filter;                     ///< filters
  std::vector<QueryNode> children;   ///< sequence, and, or: any number; not: one
  ByteRange range;                   ///< in the query text
  std::string typed;                 ///< words that relaxation corrected: what `text` was

  bool is_leaf() const { return kind <= NodeKind::kFilter; }
};

struct ParsedQuery {
  QueryNode root;  ///< a sequence, empty where nothing was asked
  std::vector<Diagnostic> diagnostics;

  bool empty() const { return root.children.empty(); }
};

/// The tree in canonical notation; parsing that gives an equal tree, ranges aside.
std::string to_text(const QueryNode& node);

/// Equal in everything but ranges.
bool same_query(const QueryNode& a, const QueryNode& b);

}  // namespace mahdar
