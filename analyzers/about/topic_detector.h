#pragma once

#include <vector>

#include "analyzers/about/reading.h"
#include "analyzers/about/stem_phrases.h"
#include "schema/article.h"

namespace mahdar {

/// Which of the taxonomy's topics an article is about: a cue in title, lead or the opening 200 words, behind
/// them two different cues. Counter-cues hide the cues they overlap, and speak against the topic where they
/// overlap none. Topics whose cues stand in nearly every report need more. Immutable; thread-safe.
class TopicDetector {
 public:
  TopicDetector(const Taxonomy& taxonomy, const Analyzer& analyzer);

  /// By falling score.
  std::vector<TopicInfo> detect(const Reading& reading) const;

  /// Marks the words its phrases begin with.
  void mark_words(WordMarks& marks) const { cues_.mark_words(marks); }

 private:
  const Taxonomy& taxonomy_;
  StemPhrases cues_{PhraseMark::kTopicCue};  ///< value: twice the topic's index, plus one for counter-cues
};

}  // namespace mahdar
