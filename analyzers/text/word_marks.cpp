#include "analyzers/text/word_marks.h"

#include "analyzers/text/word_forms.h"

namespace mahdar {

WordMarks::WordMarks() : number_(WordFormCache::next_owner()) {}

std::uint32_t WordMarks::of(std::uint64_t hash, std::uint32_t stem_hash) const {
  const auto word = words_.find(hash);
  const auto stem = stems_.find(stem_hash);
  return (word == words_.end() ? 0 : word->second) | (stem == stems_.end() ? 0 : stem->second);
}

}  // namespace mahdar
