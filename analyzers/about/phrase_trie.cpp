#include "analyzers/about/phrase_trie.h"

#include <algorithm>

namespace mahdar {

PhraseTrie::PhraseTrie() : filter_(kFilterWords), edges_(64) {}

void PhraseTrie::insert(Edge edge) {
  std::size_t slot = slot_of(edge.key);
  while (edges_[slot].node != 0) slot = (slot + 1) & (edges_.size() - 1);
  edges_[slot] = edge;
}

void PhraseTrie::insert_new(Edge edge) {
  if (++edge_count_ * 2 > edges_.size()) {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    for (const Edge& moved : old)
      if (moved.node != 0) insert(moved);
  }
  insert(edge);
}

std::uint32_t PhraseTrie::child_or_new(std::uint32_t node, std::uint64_t word) {
  if (const std::uint32_t known = child(node, word)) return known;
  insert_new({edge_key(node, word), node_count_});
  return node_count_++;
}

void PhraseTrie::add(std::span<const std::uint64_t> words, std::uint32_t value) {
  std::uint32_t node = kRoot;
  for (const std::uint64_t word : words) node = child_or_new(node, word);
  filter_[filter_index(words.front())] |= std::uint64_t{1} << (words.front() & 63);
  values_.push_back({node, value});
}

void PhraseTrie::add_alias(std::uint64_t alias, std::uint64_t word) {
  const std::uint32_t node = child_or_new(kRoot, word);
  if (child(kAliasRoot, alias) != 0) return;
  insert_new({edge_key(kAliasRoot, alias), node});
  filter_[filter_index(alias)] |= std::uint64_t{1} << (alias & 63);
}

void PhraseTrie::build() {
  std::stable_sort(values_.begin(), values_.end(),
                   [](const Value& a, const Value& b) { return a.node < b.node; });
  value_begin_.assign(node_count_ + 1, 0);
  for (const Value& value : values_) ++value_begin_[value.node + 1];
  for (std::size_t node = 1; node < value_begin_.size(); ++node) value_begin_[node] += value_begin_[node - 1];
}

}  // namespace mahdar
