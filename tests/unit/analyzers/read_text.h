#pragma once

#include <string>

#include "analyzers/about/reading.h"
#include "analyzers/about/zoned_text.h"
#include "analyzers/text/analyzer.h"

namespace mahdar::test {

/// A text with everything detectors read, by the bundled taxonomy. Neither copyable nor movable: the reading
/// points into it.
class ReadText {
 public:
  /// `text` as a plain-text file's body: its first line is the headline where it looks like one.
  explicit ReadText(std::string text, std::string title = {});
  ReadText(const ReadText&) = delete;
  ReadText& operator=(const ReadText&) = delete;

  const Reading& reading() const { return reading_; }

  static const Taxonomy& taxonomy() { return Taxonomy::bundled(); }
  static const Analyzer& analyzer();

 private:
  RawArticle raw_;
  ZonedText zoned_;
  TokenStream tokens_;
  std::vector<EntityMatch> entities_;
  std::vector<DateMention> dates_;
  Reading reading_;
};

}  // namespace mahdar::test
