#include "analyzers/text/word_marks.h"

#include "analyzers/text/word_forms.h"

namespace mahdar {

WordMarks::WordMarks() : number_(WordFormCache::next_owner()) {}

void WordMarks::Table::add(std::uint32_t key, std::uint32_t bits) {
  Slot& known = slots_[slot_of(key)];
  known.key = key;
  if (known.bits == 0) ++count_;
  known.bits |= bits;
  if (count_ * 2 <= slots_.size()) return;
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& moved : old)
    if (moved.bits != 0) slots_[slot_of(moved.key)] = moved;
}

}  // namespace mahdar
