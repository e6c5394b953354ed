#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analyzers/about/phrase_mark.h"
#include "analyzers/text/token.h"
#include "analyzers/text/word_marks.h"

namespace mahdar {

/// Finds phrases of whole folded words by their hashes. Most words of a text begin no phrase: their marks
/// tell, or, of tokens without marks, a bit array. Fill, then build() once; immutable and thread-safe from
/// then on.
class PhraseTrie {
 public:
  explicit PhraseTrie(PhraseMark mark = PhraseMark::kAny);

  /// Adds a phrase, at least one word, and what it stands for. A phrase may be added with several values.
  void add(std::span<const std::uint64_t> words, std::uint32_t value);

  /// Lets `alias` stand for `word` at the beginning of phrases ("وروسيا" for "روسيا").
  void add_alias(std::uint64_t alias, std::uint64_t word);

  /// Ends the filling.
  void build();

  /// Marks the words that begin phrases.
  void mark_words(WordMarks& marks) const;

  PhraseMark phrase_mark() const { return mark_; }

  /// Whether a phrase may begin with the token; seldom true of one with which none begins.
  bool may_begin(const Token& token) const {
    if (token.marks != kUnmarked) return is_marked(token, mark_);
    return (filter_[filter_index(token.hash)] >> (token.hash & 63) & 1) != 0;
  }

  /// Calls visit(value, words, aliased) for every phrase that begins at token `first`, the shortest first.
  /// `words` is the phrase's length in tokens. `joins(before, token)` says whether a phrase may run from one
  /// token to the next.
  template <typename Joins, typename Visit>
  void match(std::span<const Token> tokens, std::size_t first, const Joins& joins, const Visit& visit) const {
    if (!may_begin(tokens[first])) return;
    const Start start = starts_[start_slot(tokens[first].hash)];
    if (start.node != 0) follow(tokens, first, start.node, false, joins, visit);
    if (start.alias_of != 0) follow(tokens, first, start.alias_of, true, joins, visit);
  }

 private:
  /// What begins with a word. No node 0: a slot without one is free.
  struct Start {
    std::uint64_t word = 0;
    std::uint32_t node = 0;      ///< phrases that begin with it
    std::uint32_t alias_of = 0;  ///< phrases that begin with the word it is an alias of
    bool free() const { return node == 0 && alias_of == 0; }
  };
  struct Edge {
    std::uint64_t key = 0;   ///< of parent and word
    std::uint32_t node = 0;  ///< 0: free slot
  };
  struct Node {
    std::uint32_t values = 0;  ///< where its values begin in values_
    std::uint32_t next = 0;    ///< a bit for each word with which a phrase goes on from here
  };
  struct Value {
    std::uint32_t node;
    std::uint32_t value;
  };
  static constexpr std::size_t kFilterWords = 4096;  ///< 32 KB: stays in the first cache

  static std::size_t filter_index(std::uint64_t word) { return (word >> 6) % kFilterWords; }
  static std::uint32_t next_bit(std::uint64_t word) { return 1u << (word >> 59); }
  static std::uint64_t edge_key(std::uint32_t node, std::uint64_t word) {
    return word ^ (node * 0x9E3779B97F4A7C15ULL);
  }
  static std::size_t spread(std::uint64_t key, std::size_t size) {
    return static_cast<std::size_t>((key * 0xD6E8FEB86659FD93ULL) >> 32) & (size - 1);
  }
  std::size_t start_slot(std::uint64_t word) const {
    std::size_t slot = spread(word, starts_.size());
    while (!starts_[slot].free() && starts_[slot].word != word) slot = (slot + 1) & (starts_.size() - 1);
    return slot;
  }
  std::size_t edge_slot(std::uint64_t key) const {
    std::size_t slot = spread(key, edges_.size());
    while (edges_[slot].node != 0 && edges_[slot].key != key) slot = (slot + 1) & (edges_.size() - 1);
    return slot;
  }
  std::uint32_t child(std::uint32_t node, std::uint64_t word) const {
    return edges_[edge_slot(edge_key(node, word))].node;
  }
  std::uint32_t new_node();
  Start& start_of(std::uint64_t word);
  std::uint32_t child_or_new(std::uint32_t node, std::uint64_t word);

  template <typename Joins, typename Visit>
  void follow(std::span<const Token> tokens, std::size_t first, std::uint32_t node, bool aliased,
              const Joins& joins, const Visit& visit) const {
    for (std::size_t i = first; node != 0;) {
      for (std::uint32_t v = nodes_[node].values; v < nodes_[node + 1].values; ++v)
        visit(values_[v].value, static_cast<std::uint32_t>(i + 1 - first), aliased);
      if (nodes_[node].next == 0 || ++i == tokens.size()) return;
      if ((nodes_[node].next & next_bit(tokens[i].hash)) == 0 || !joins(tokens[i - 1], tokens[i])) return;
      node = child(node, tokens[i].hash);
    }
  }

  PhraseMark mark_;
  std::vector<std::uint64_t> filter_;
  std::vector<Start> starts_;  ///< open addressing, a power of two, at most half full
  std::size_t start_count_ = 0;
  std::vector<Edge> edges_;  ///< likewise
  std::size_t edge_count_ = 0;
  std::vector<Value> values_;
  std::vector<Node> nodes_;  ///< the first stands for none; after build() one more at the end
};

}  // namespace mahdar
