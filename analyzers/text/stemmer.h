#pragma once

#include <cstdint>
#include <string_view>

#include "analyzers/text/endings.h"
#include "analyzers/text/word_table.h"

namespace mahdar {

/// What gave a word its stem.
enum class StemSource : std::uint8_t {
  kLetters,       ///< what is left of its letters
  kName,          ///< the name it is a spelling of
  kRelation,      ///< the name it is an adjective of
  kBrokenPlural,  ///< broken_plurals.tsv
  kVerb,          ///< verbs.tsv
  kList,          ///< another list
};

/// A folded word as the stemmer cuts it: proclitics + base + ending.
struct StemTrace {
  std::string_view proclitics;
  std::string_view base;  ///< the stem itself, or what a list has a stem for
  std::string_view ending;
  std::string_view stem;
  StemSource source = StemSource::kLetters;
};

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

  /// How the word comes to its stem; for explanations, slower than stem(). The views are of the word or the
  /// table.
  StemTrace trace(std::string_view folded) const;

  /// Whether the table has the word, perhaps behind proclitics or with endings.
  bool knows(std::string_view folded) const;

  /// Whether this is a word of the lexicon or a name, perhaps with endings.
  bool is_plausible(std::string_view folded) const;

 private:
  bool is_plausible_verb(std::string_view folded) const;
  std::string_view rest_to_keep(std::string_view folded) const;
  bool has_known_base(std::string_view folded) const;
  std::string_view rest_by_form(std::string_view folded) const;
  const WordEntry* entry_with_stem(std::string_view base, std::string_view stem) const;

  const WordTable& words_;
  Endings endings_;
};

}  // namespace mahdar
