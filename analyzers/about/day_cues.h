#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/about/phrase_trie.h"
#include "analyzers/text/token.h"

namespace mahdar {

/// A word that tells on which day of a meeting a text was written.
struct DayCue {
  enum class Kind : std::uint8_t { kBegins, kEnds, kComing, kPreview, kArrives };
  Kind kind = Kind::kBegins;
  std::uint32_t first_token = 0;
  std::uint32_t token_count = 0;
};

/// The words of data/day_cues.tsv. Immutable; thread-safe.
class DayCueFinder {
 public:
  static const DayCueFinder& instance();

  /// Ascending, not overlapping, the longest at each place.
  std::vector<DayCue> find(const TokenStream& tokens) const;

  /// Marks the words its phrases begin with.
  void mark_words(WordMarks& marks) const { trie_.mark_words(marks); }

 private:
  DayCueFinder();
  PhraseTrie trie_{PhraseMark::kDayCue};
};

}  // namespace mahdar
