#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analyzers/text/token.h"

namespace mahdar {

/// Finds phrases of whole folded words by their hashes. Most words of a text begin no phrase: a bit array
/// tells them apart with one probe. Fill, then build() once; immutable and thread-safe from then on.
class PhraseTrie {
 public:
  PhraseTrie();

  /// Adds a phrase, at least one word, and what it stands for. A phrase may be added with several values.
  void add(std::span<const std::uint64_t> words, std::uint32_t value);

  /// Lets `alias` stand for `word` at the beginning of phrases ("وروسيا" for "روسيا").
  void add_alias(std::uint64_t alias, std::uint64_t word);

  /// Ends the filling.
  void build();

  /// Calls visit(value, words, aliased) for every phrase that begins at token `first`, the shortest first.
  /// `words` is the phrase's length in tokens. `joins(before, token)` says whether a phrase may run from one
  /// token to the next.
  template <typename Joins, typename Visit>
  void match(std::span<const Token> tokens, std::size_t first, const Joins& joins, const Visit& visit) const {
    const std::uint64_t word = tokens[first].hash;
    if ((filter_[filter_index(word)] >> (word & 63) & 1) == 0) return;
    follow(tokens, first, kRoot, joins, visit);
    follow(tokens, first, kAliasRoot, joins, visit);
  }

 private:
  struct Edge {
    std::uint64_t key = 0;   ///< of parent and word
    std::uint32_t node = 0;  ///< 0: free slot
  };
  struct Value {
    std::uint32_t node;
    std::uint32_t value;
  };
  static constexpr std::uint32_t kRoot = 0;
  static constexpr std::uint32_t kAliasRoot = 1;
  static constexpr std::size_t kFilterWords = 4096;  ///< 32 KB: stays in the first cache

  static std::size_t filter_index(std::uint64_t word) { return (word >> 6) % kFilterWords; }
  static std::uint64_t edge_key(std::uint32_t node, std::uint64_t word) {
    return word ^ (node * 0x9E3779B97F4A7C15ULL);
  }
  std::size_t slot_of(std::uint64_t key) const {
    return static_cast<std::size_t>((key * 0xD6E8FEB86659FD93ULL) >> 32) & (edges_.size() - 1);
  }
  std::uint32_t child(std::uint32_t node, std::uint64_t word) const {
    const std::uint64_t key = edge_key(node, word);
    for (std::size_t slot = slot_of(key);; slot = (slot + 1) & (edges_.size() - 1))
      if (edges_[slot].node == 0 || edges_[slot].key == key) return edges_[slot].node;
  }
  std::uint32_t child_or_new(std::uint32_t node, std::uint64_t word);
  void insert(Edge edge);
  void insert_new(Edge edge);

  template <typename Joins, typename Visit>
  void follow(std::span<const Token> tokens, std::size_t first, std::uint32_t root, const Joins& joins,
              const Visit& visit) const {
    std::uint32_t node = child(root, tokens[first].hash);
    for (std::size_t i = first; node != 0;) {
      for (std::uint32_t v = value_begin_[node]; v < value_begin_[node + 1]; ++v)
        visit(values_[v].value, static_cast<std::uint32_t>(i + 1 - first), root == kAliasRoot);
      if (++i == tokens.size() || !joins(tokens[i - 1], tokens[i])) return;
      node = child(node, tokens[i].hash);
    }
  }

  std::vector<std::uint64_t> filter_;
  std::vector<Edge> edges_;  ///< open addressing, a power of two, at most half full
  std::size_t edge_count_ = 0;
  std::uint32_t node_count_ = 2;
  std::vector<Value> values_;
  std::vector<std::uint32_t> value_begin_;  ///< by node, into values_; one more at the end
};

}  // namespace mahdar
