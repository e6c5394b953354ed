#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mahdar {

/// A letter of a word in its three forms. Ligatures and words of one sound may hold several characters.
struct WordLetter {
  std::string written;  ///< as it stands, without the signs of WordLetters
  std::string exact;
  std::string folded;
};

/// A word letter by letter, with the signs that cleaning takes out of it.
struct WordLetters {
  std::vector<WordLetter> letters;
  std::string marks;      ///< vowel and other marks
  std::string tatweel;    ///< with the blank of a broken word
  std::string invisible;  ///< zero-width characters and bidi marks, as "U+200F"

  /// The exact letters of the folded bytes [begin, end).
  std::string exact_of(std::size_t begin, std::size_t end) const;
};

/// Aligns a word as written with its folded form. Of numbers, separators are letters that fold to nothing.
/// Thread-safe.
WordLetters letters_of(std::string_view surface);

}  // namespace mahdar
