#pragma once

#include <string_view>
#include <vector>

#include "analyzers/about/reading.h"
#include "analyzers/about/speech_lexicon.h"
#include "schema/article.h"

namespace mahdar {

/// Which guarantor state an article is mainly about: whose people and offices speak and act in it, weighted
/// by zone. Merely being named counts for nothing, except in the title. Immutable; thread-safe.
class GuarantorFocus {
 public:
  GuarantorFocus(const Taxonomy& taxonomy, const Analyzer& analyzer);

  /// `date`: the article's, "YYYY-MM-DD" or shorter or empty; it decides for whom a person speaks.
  GuarantorInfo judge(const Reading& reading, std::string_view date) const;

 private:
  SpeechLexicon lexicon_;
  std::vector<const Entity*> guarantors_;
};

}  // namespace mahdar
