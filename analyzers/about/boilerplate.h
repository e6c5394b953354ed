#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/about/cue_file.h"
#include "analyzers/about/key_hash.h"

namespace mahdar {

/// What a line of a page is, judged by its wording alone; its place decides whether it is cut.
enum class LineRole : std::uint8_t {
  kText,
  kJunk,     ///< never part of an article: promotion, sharing, short codes, lines without a letter
  kMargin,   ///< cut before and after the text, kept inside: section names, bylines, counters
  kRelated,  ///< opens links to other articles in the middle of the text ("اقرأ أيضا")
  kEnd,  ///< what follows it is no part of the article ("مقالات ذات صلة", "اترك تعليقا")
  kSignature,  ///< names the source ("المصدر: …")
};

/// Wording of boilerplate lines (analyzers/data/boilerplate_lines.txt). Immutable; thread-safe.
class BoilerplateRules {
 public:
  explicit BoilerplateRules(const CueSections& sections);
  static const BoilerplateRules& bundled();

  /// `line` trimmed, `key` its line_key(). Long lines are text whatever they say.
  LineRole role(std::string_view line, std::string_view key) const;

  /// Whether a key is nothing but a date or time stamp: no headline.
  bool is_stamp(std::string_view key) const;
  /// Such a stamp with a number in it: never a title, not even a given or borrowed one ("الأول" may be one).
  bool is_date(std::string_view key) const;

 private:
  struct Pattern {
    std::string words;
    LineRole role;
  };
  void add(std::string_view entry, LineRole role);
  bool is_counter(std::string_view key) const;

  KeyMap<LineRole> whole_;
  KeyMap<std::vector<Pattern>> openings_;  ///< by their first word
  std::vector<Pattern> parts_;             ///< anywhere in the line
  KeySet stamp_words_;
  KeySet counter_words_;
};

}  // namespace mahdar
