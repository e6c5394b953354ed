#pragma once

#include <vector>

#include "analyzers/about/reading.h"
#include "analyzers/about/stem_phrases.h"
#include "schema/article.h"

namespace mahdar {

/// Which of the taxonomy's ways of naming a text uses. A term counts in any inflection and behind clitics;
/// where terms overlap, the longest counts, and one inside a phrase that means something else does not.
/// Immutable; thread-safe.
class FramingDetector {
 public:
  FramingDetector(const Taxonomy& taxonomy, const Analyzer& analyzer);

  /// By falling count; evidence in the order of the text, rule "framing-term", weighted by zone.
  std::vector<FramingInfo> detect(const Reading& reading) const;

  /// Marks the words its phrases begin with.
  void mark_words(WordMarks& marks) const { terms_.mark_words(marks); }

 private:
  const Taxonomy& taxonomy_;
  StemPhrases terms_{PhraseMark::kFraming};  ///< value: twice the framing's index, plus one for phrases that
                                             ///< mean something else
};

}  // namespace mahdar
