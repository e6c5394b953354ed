#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/about/actor.h"
#include "analyzers/about/reading.h"
#include "analyzers/about/speech_lexicon.h"

namespace mahdar {

enum class Subject : std::uint8_t {
  kNamed,
  kSame,     ///< nobody is named: the last speaker again
  kUnknown,  ///< somebody whom no entity of the text is
};

struct FoundSubject {
  Subject subject = Subject::kUnknown;
  const Actor* actor = nullptr;
};

/// Finds who speaks and acts: the subject of a verb stands behind it, or before it in a headline's order.
/// Keeps references to what it is given.
class SubjectFinder {
 public:
  /// `cues`: what `lexicon` finds in the text; `actors`: find_actors() of it.
  SubjectFinder(const Reading& reading, const SpeechLexicon& lexicon,
                const std::vector<SpeechLexicon::Match>& cues, const std::vector<Actor>& actors);

  /// Where the sentence begins in which the next verbs stand: no subject stands before it.
  void begin_sentence(std::uint32_t first) { sentence_ = first; }

  /// Whose "the statement" is in what follows; null: nobody's.
  void set_issuer(const Actor* issuer) { issuer_ = issuer; }
  const Actor* issuer() const { return issuer_; }

  /// The subject of the verb at a token.
  FoundSubject of(std::uint32_t verb) const;

  /// Who is named from a token on, within `reach` words.
  FoundSubject behind(std::uint32_t first, std::uint32_t reach) const;

  /// The actor whose name begins at a token, or null.
  const Actor* actor_at(std::uint32_t token) const;

  /// The actor whose name ends before a token, or null.
  const Actor* actor_ending(std::uint32_t token) const;

 private:
  const Actor* before(std::uint32_t verb) const;
  bool speaks_for_an_office(std::uint32_t first) const;
  bool names_nobody(std::uint32_t first) const;
  bool names_office(std::uint32_t at) const;
  bool is_each(std::uint32_t at) const;
  bool stops_search(std::uint32_t at) const;
  bool is_object(const Actor& actor) const;
  bool is_mismatched(std::uint32_t verb, const Actor& actor) const;

  const SpeechLexicon& lexicon_;
  const std::vector<Token>& tokens_;
  const std::vector<SpeechLexicon::Match>& cues_;
  const std::vector<Actor>& actors_;
  std::vector<std::uint32_t> begins_;  ///< by token: 1 + index of the actor that begins there, or 0
  std::vector<std::uint32_t> ends_;    ///< by token: 1 + index of the actor that ends before it, or 0
  std::uint32_t sentence_ = 0;
  const Actor* issuer_ = nullptr;
};

}  // namespace mahdar
