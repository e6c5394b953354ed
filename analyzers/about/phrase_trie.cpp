#include "analyzers/about/phrase_trie.h"

#include <algorithm>

namespace mahdar {

PhraseTrie::PhraseTrie(PhraseMark mark)
    : mark_(mark), filter_(kFilterWords), starts_(64), edges_(64), nodes_(1) {}

std::uint32_t PhraseTrie::new_node() {
  nodes_.emplace_back();
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

PhraseTrie::Start& PhraseTrie::start_of(std::uint64_t word) {
  if (starts_[start_slot(word)].free() && ++start_count_ * 2 > starts_.size()) {
    std::vector<Start> old(starts_.size() * 2);
    old.swap(starts_);
    for (const Start& moved : old)
      if (!moved.free()) starts_[start_slot(moved.word)] = moved;
  }
  filter_[filter_index(word)] |= std::uint64_t{1} << (word & 63);
  Start& start = starts_[start_slot(word)];
  start.word = word;
  return start;
}

std::uint32_t PhraseTrie::child_or_new(std::uint32_t node, std::uint64_t word) {
  if (const std::uint32_t known = child(node, word)) return known;
  if (++edge_count_ * 2 > edges_.size()) {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    for (const Edge& moved : old)
      if (moved.node != 0) edges_[edge_slot(moved.key)] = moved;
  }
  nodes_[node].next |= next_bit(word);
  const std::uint64_t key = edge_key(node, word);
  const std::uint32_t made = new_node();
  edges_[edge_slot(key)] = {key, made};
  return made;
}

void PhraseTrie::add(std::span<const std::uint64_t> words, std::uint32_t value) {
  Start& start = start_of(words.front());
  if (start.node == 0) start.node = new_node();
  std::uint32_t node = start.node;
  for (const std::uint64_t word : words.subspan(1)) node = child_or_new(node, word);
  values_.push_back({node, value});
}

void PhraseTrie::add_alias(std::uint64_t alias, std::uint64_t word) {
  Start& of = start_of(word);
  if (of.node == 0) of.node = new_node();
  const std::uint32_t node = of.node;
  Start& start = start_of(alias);
  if (start.alias_of == 0) start.alias_of = node;
}

void PhraseTrie::build() {
  std::stable_sort(values_.begin(), values_.end(),
                   [](const Value& a, const Value& b) { return a.node < b.node; });
  new_node();
  for (const Value& value : values_) ++nodes_[value.node + 1].values;
  for (std::size_t node = 1; node < nodes_.size(); ++node) nodes_[node].values += nodes_[node - 1].values;
}

void PhraseTrie::mark_words(WordMarks& marks) const {
  for (const Start& start : starts_)
    if (!start.free()) marks.add_word(start.word, bit_of(mark_));
}

}  // namespace mahdar
