#pragma once

#include <memory>
#include <string_view>

#include "analyzers/about/reading.h"
#include "schema/article.h"

namespace mahdar {

/// Which round of the taxonomy's process an article is about, and which it merely mentions.
/// Gate, candidates, binding to heads, roles, conflicts, confidence. Immutable; thread-safe.
class RoundDetector {
 public:
  /// Taxonomy and analyzer must outlive it.
  RoundDetector(const Taxonomy& taxonomy, const Analyzer& analyzer);
  ~RoundDetector();

  /// `known_date`: "YYYY-MM-DD" where the file itself gives the date, else empty.
  RoundInfo detect(const Reading& reading, std::string_view known_date) const;

  /// Marks the words its phrases begin with.
  void mark_words(WordMarks& marks) const;

 private:
  struct Rules;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace mahdar
