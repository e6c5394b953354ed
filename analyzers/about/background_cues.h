#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/about/cue_file.h"
#include "analyzers/about/key_hash.h"

namespace mahdar {

/// Openings of paragraphs that tell what happened before (analyzers/data/background_cues.txt). Immutable;
/// thread-safe.
class BackgroundCues {
 public:
  enum class Kind { kNone, kToTheEnd, kParagraph, kReturn };

  explicit BackgroundCues(const CueSections& sections);
  static const BackgroundCues& bundled();

  /// What a paragraph's line_key() opens with; the longest opening decides.
  Kind kind(std::string_view key) const;

 private:
  struct Opening {
    std::string words;
    Kind kind;
  };
  KeyMap<std::vector<Opening>> by_first_word_;  ///< longest first
};

}  // namespace mahdar
