#pragma once

#include <string_view>

#include "analyzers/text/endings.h"
#include "analyzers/text/word_table.h"

namespace mahdar {

/// A light stemmer for folded Arabic words. It follows Larkey's light10 in taking off particles in front and
/// endings behind without looking for roots, and differs where light10 breaks words: one-letter particles go
/// only where what remains is plausible, names are never broken, and irregular plurals of the table get their
/// singular's stem.
class Stemmer {
 public:
  /// The table must outlive the stemmer.
  explicit Stemmer(const WordTable& words) : words_(words), endings_(words) {}

  /// A view into the word or into the table. Words with letters outside the Arabic block come back whole.
  std::string_view stem(std::string_view folded) const;

  /// Whether this is a word of the lexicon or a name, perhaps with endings.
  bool is_plausible(std::string_view folded) const;

 private:
  bool is_plausible_verb(std::string_view folded) const;
  std::string_view rest_to_keep(std::string_view folded) const;
  bool has_known_base(std::string_view folded) const;
  std::string_view rest_by_form(std::string_view folded) const;

  const WordTable& words_;
  Endings endings_;
};

}  // namespace mahdar
