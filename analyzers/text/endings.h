#pragma once

#include <string_view>

#include "analyzers/text/word_table.h"

namespace mahdar {

/// Takes endings off folded words, with the lexicon as guide: an ending that leaves a known word goes before
/// a longer one, a word in its dictionary form loses no letters that only look like an ending (اختتم, إعلان),
/// and names stay whole. Three rounds at most, three letters kept.
class Endings {
 public:
  /// The table must outlive this.
  explicit Endings(const WordTable& words) : words_(words) {}

  /// The word without its endings.
  std::string_view strip(std::string_view folded) const;

  /// The stem that the table gives the word itself: a name's, an irregular plural's. Empty where it gives
  /// none.
  std::string_view own_stem(std::string_view folded) const;

  /// The same for a word with an ending of inflection: a pronoun, dual, regular plural or tanween. A feminine
  /// then ends in ت (عملية: عمليتها), and a final hamza has a seat (أعضاء: أعضائه, أعضاؤه).
  std::string_view own_stem_before_ending(std::string_view folded) const;

  /// Stem of a word whose proclitics are off: own stems, then strip(), then the name an adjective belongs to.
  std::string_view stem(std::string_view folded) const;

  bool is_known(std::string_view folded) const;

  /// Whether a word with ة behind it is known.
  bool has_known_feminine(std::string_view base) const;

 private:
  std::string_view without_construct_plural(std::string_view folded) const;
  std::string_view from_known(std::string_view folded) const;
  std::string_view from_unknown(std::string_view folded) const;
  std::string_view known_with_hamza(std::string_view folded) const;
  const WordEntry* feminine(std::string_view base) const;
  std::string_view feminine_own_stem(std::string_view base) const;
  std::string_view own_stem_of_inflected(std::string_view rest, std::string_view ending) const;
  std::string_view own_stem_with_hamza(std::string_view folded) const;

  const WordTable& words_;
};

}  // namespace mahdar
