#pragma once

#include <vector>

#include "analyzers/about/reading.h"
#include "analyzers/about/stem_phrases.h"
#include "schema/article.h"

namespace mahdar {

/// Which of the taxonomy's topics an article is about: a cue in title or lead, or two different cues in the
/// text. Counter-cues hide the cues they overlap and speak against the topic elsewhere. Topics whose cues
/// stand in every final statement need more. Immutable; thread-safe.
class TopicDetector {
 public:
  TopicDetector(const Taxonomy& taxonomy, const Analyzer& analyzer);

  /// By falling score.
  std::vector<TopicInfo> detect(const Reading& reading) const;

 private:
  const Taxonomy& taxonomy_;
  StemPhrases cues_;  ///< value: twice the topic's index, plus one for counter-cues
};

}  // namespace mahdar
