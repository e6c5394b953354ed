#pragma once

#include "analyzers/about/phrase_trie.h"
#include "analyzers/about/reading.h"
#include "analyzers/about/source_names.h"
#include "schema/article.h"

namespace mahdar {

/// Tells who published an article: metadata, address, signature, dateline, the outlet's own formulas ("تلقت
/// إيلاف نسخة"); and which agency it quotes. Immutable; thread-safe. The taxonomy must outlive it.
class SourceDetector {
 public:
  explicit SourceDetector(const Taxonomy& taxonomy);

  /// An outlet goes before an agency; with an agency alone, it is the source.
  SourceInfo detect(const Reading& reading) const;

  /// Marks the words its phrases begin with.
  void mark_words(WordMarks& marks) const { cues_.mark_words(marks); }

 private:
  SourceNames names_;
  PhraseTrie cues_;
};

}  // namespace mahdar
