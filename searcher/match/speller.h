#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/query_builder.h"

namespace mahdar {

struct Correction {
  std::string text;  ///< one word, or two where a space was missing; spelled as articles spell it
  Xapian::doccount articles = 0;  ///< how many articles hold it (of two words: the rarer)
};

/// Finds what a user may have meant, in the index's own vocabulary and among the taxonomy's Latin names. What
/// differs only by clitics or inflection is the same word to a search and never offered.
class Speller {
 public:
  explicit Speller(const QueryContext& context) : context_(context) {}

  /// A word found in at least twice as many articles, at most two edits away (slip_cost() and the number of
  /// articles decide between several). None for a word that the word lists know; for one that articles have,
  /// only where they do not have others of its root and a common slip is overwhelmingly likelier (a noisy
  /// channel) than a rare word. None where the text is not one word.
  std::optional<Correction> correct(std::string_view word) const;

  /// The spelling of a folded word that most articles use; of those in ة, where `like` ends in it.
  std::string usual_spelling(const std::string& folded, std::string_view like) const;

 private:
  struct Best {
    Xapian::doccount own;  ///< articles of the word as typed
    std::optional<Correction> correction;
    double score = 0;
  };

  Xapian::doccount matches(std::string_view stem) const;
  bool has_relatives(const Token& token) const;
  std::optional<Correction> nearest(const Token& token, unsigned edits) const;
  void add_near(const Token& token, std::string_view particle, std::string_view rest, unsigned edits,
                Best& best) const;
  bool may_follow(std::string_view particle, const std::string& word) const;
  std::string without_conjunction(const std::string& word, std::string_view typed,
                                  std::string_view stem) const;
  std::optional<Correction> split(const Token& token) const;
  std::optional<Correction> foreign_name(const Token& token) const;
  std::optional<Correction> arabic_name(const Token& token) const;
  std::optional<unsigned> distance_from_name(const std::string& folded) const;
  std::optional<Correction> latin_name(const Token& token) const;
  const QueryContext& context_;
};

}  // namespace mahdar
