#include "analyzers/text/word_table.h"

#include <utility>

#include "analyzers/text/token.h"

namespace mahdar {

std::size_t WordTable::slot_of(std::string_view folded, std::uint64_t hash) const {
  std::size_t slot = hash & (slots_.size() - 1);
  while (!slots_[slot].word.empty() && (slots_[slot].hash != hash || slots_[slot].word != folded)) {
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

WordEntry& WordTable::entry_of(std::string_view folded) {
  if (count_ * 3 > slots_.size()) grow();
  const std::uint64_t hash = hash_word(folded);
  WordEntry& entry = slots_[slot_of(folded, hash)];
  if (entry.word.empty()) {
    entry.word = keep(folded);
    entry.hash = hash;
    ++count_;
  }
  return entry;
}

void WordTable::add(std::string_view folded, std::uint8_t flags, std::string_view stem) {
  if (folded.empty()) return;
  WordEntry& entry = entry_of(folded);
  entry.flags |= flags;
  if (!stem.empty() && entry.stem.empty()) entry.stem = stem == folded ? entry.word : keep(stem);
}

void WordTable::add_relation(std::string_view folded, std::string_view stem) {
  WordEntry& entry = entry_of(folded);
  if (entry.relation.empty()) entry.relation = keep(stem);
}

const WordEntry* WordTable::find(std::string_view folded) const {
  const WordEntry& entry = slots_[slot_of(folded, hash_word(folded))];
  return entry.word.empty() ? nullptr : &entry;
}

void WordTable::grow() {
  std::vector<WordEntry> old(slots_.size() * 2);
  std::swap(old, slots_);
  for (const WordEntry& entry : old) {
    if (!entry.word.empty()) slots_[slot_of(entry.word, entry.hash)] = entry;
  }
}

}  // namespace mahdar
