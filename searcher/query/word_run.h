#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "searcher/query/query_builder.h"

namespace mahdar {

/// Plain words side by side, read as one text.
struct WordRun {
  /// The words must outlive it.
  WordRun(std::span<const QueryNode> of_words, const QueryContext& context);

  /// The word of the query that a token stands in.
  const QueryNode& word_of(std::size_t token) const;

  /// From one token's word to another's, in the query text.
  ByteRange range(std::size_t first, std::size_t last) const;

  std::span<const QueryNode> words;
  std::vector<std::size_t> begins;  ///< of the words, in `text`
  std::string text;
  TokenStream stream;
  std::vector<EntityMatch> entities;
};

}  // namespace mahdar
