#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/about/phrase_trie.h"
#include "analyzers/about/reading.h"

namespace mahdar {

/// What an outlet's name does where it stands in a text.
enum class SourceRole : std::uint8_t {
  kSignature,  ///< alone on its line, or closing the text in brackets
  kDateline,   ///< "أستانا-سانا", "(رويترز) -" before the first sentence
  kFormula,    ///< the outlet speaks of itself: "تلقت إيلاف نسخة", "مراسل سانا"
  kQuoted,     ///< "بحسب وكالة الأناضول"
};

struct SourceMention {
  const Entity* entity = nullptr;
  SourceRole role = SourceRole::kQuoted;
  ByteRange range;
};

/// Cue words of data/source_cues.tsv as a trie for find_source_mentions().
PhraseTrie source_cues();

/// The mentions of outlets that tell a source, in the order of the text. Names that merely occur ("في مقابلة
/// مع قناة …") are none.
std::vector<SourceMention> find_source_mentions(const Reading& reading, const PhraseTrie& cues);

}  // namespace mahdar
