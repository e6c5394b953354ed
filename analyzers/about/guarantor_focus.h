#pragma once

#include <string_view>
#include <vector>

#include "analyzers/about/focus_features.h"
#include "analyzers/about/reading.h"
#include "analyzers/about/speech_lexicon.h"
#include "schema/article.h"

namespace mahdar {

/// Which guarantor state an article is mainly about: whose people and offices speak and act in it, of whom
/// others speak, who comes first. A linear model weighs the features (analyzers/data/focus_weights.txt); its
/// probability is the confidence. Multinomial logistic regression: Bishop, Pattern Recognition and Machine
/// Learning, 4.3.4. Immutable; thread-safe.
class GuarantorFocus {
 public:
  GuarantorFocus(const Taxonomy& taxonomy, const Analyzer& analyzer);

  /// `date`: the article's, "YYYY-MM-DD" or shorter or empty; it decides for whom a person speaks.
  GuarantorInfo judge(const Reading& reading, std::string_view date) const;

  /// Marks the words its phrases begin with.
  void mark_words(WordMarks& marks) const { lexicon_.mark_words(marks); }

 private:
  SpeechLexicon lexicon_;
  std::vector<const Entity*> guarantors_;
  FocusValues weights_;
};

}  // namespace mahdar
