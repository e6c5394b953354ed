#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/article.h"

namespace mahdar {

/// The forms one word of a query is found by.
struct TargetWord {
  std::string exact;
  std::string folded;
  std::string stem;
};

enum class TargetKind : std::uint8_t { kWord, kPrefix, kNear, kPhrase, kConcept };

/// Something a query asks for, as it can be recognised in an article's text.
struct MatchTarget {
  TargetKind kind = TargetKind::kWord;
  std::string query_word;         ///< as typed, or as corrected
  std::string typed{};            ///< as typed, where it was corrected
  ByteRange query_range;          ///< in the query text
  bool exact = false;             ///< words and phrases: only with the same letters
  bool title = false;             ///< only in the title
  std::vector<TargetWord> words;  ///< one for a word; a phrase's in order; a prefix as `folded`
  std::vector<std::vector<std::string>> alternatives;  ///< phrases: further sequences of stems
  std::vector<std::string> near;                       ///< near spellings: folded words
  std::string entity;                                  ///< concepts: the entity's id
  bool folded = false;  ///< words and phrases: only with the same letters, folded
  std::vector<std::string>
      family{};  ///< words of which any suffices: other stems of the consonants; near stems
};

}  // namespace mahdar
