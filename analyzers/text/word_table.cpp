#include "analyzers/text/word_table.h"

#include "analyzers/text/word_hash.h"

namespace mahdar {

bool WordTable::is_word(const Slot& slot, std::string_view folded) const {
  const std::string_view word = entries_[slot.entry - 1].word;
  return word.size() == folded.size() && detail::same_bytes(word.data(), folded.data(), word.size());
}

std::size_t WordTable::slot_of(std::string_view folded, std::uint64_t hash) const {
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot].entry != 0 && (slots_[slot].tag != tag || !is_word(slots_[slot], folded))) {
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

WordEntry& WordTable::entry_of(std::string_view folded) {
  if (entries_.size() * 4 > slots_.size()) grow();
  const std::uint64_t hash = detail::word_hash(folded);
  Slot& slot = slots_[slot_of(folded, hash)];
  if (slot.entry == 0) {
    WordEntry entry;
    entry.word = keep(folded);
    entry.hash = hash;
    entries_.push_back(entry);
    slot = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(entries_.size())};
  }
  return entries_[slot.entry - 1];
}

void WordTable::add(std::string_view folded, std::uint16_t flags, std::string_view stem) {
  if (folded.empty()) return;
  WordEntry& entry = entry_of(folded);
  entry.flags = static_cast<std::uint16_t>(entry.flags | flags);
  if (!stem.empty() && entry.stem.empty()) entry.stem = stem == folded ? entry.word : keep(stem);
}

void WordTable::add_relation(std::string_view folded, std::string_view stem) {
  WordEntry& entry = entry_of(folded);
  if (entry.relation.empty()) entry.relation = keep(stem);
}

const WordEntry* WordTable::find(std::string_view folded) const {
  const Slot& slot = slots_[slot_of(folded, detail::word_hash(folded))];
  return slot.entry == 0 ? nullptr : &entries_[slot.entry - 1];
}

void WordTable::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const std::uint64_t hash = entries_[i].hash;
    slots_[slot_of(entries_[i].word, hash)] = {static_cast<std::uint32_t>(hash >> 32),
                                               static_cast<std::uint32_t>(i + 1)};
  }
}

}  // namespace mahdar
