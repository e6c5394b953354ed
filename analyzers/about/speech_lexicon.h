#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analyzers/about/cue_file.h"
#include "analyzers/about/phrase_trie.h"
#include "analyzers/text/analyzer.h"

namespace mahdar {

/// What a word tells about who speaks or acts.
enum class SpeechCue : std::uint8_t {
  kNone,
  kSays,            ///< "قال", "وأكدت", "يرى"
  kSaysBeforeName,  ///< "وبين": a verb only before a person or "that"
  kActs,            ///< "التقى", "يناقش"
  kAttends,         ///< "وصل", "يرأس"
  kSaying,          ///< "مشيرا": the last speaker goes on
  kHisWords,        ///< "قوله": the speaker stands before it
  kAccording,       ///< "بحسب"
  kThat,            ///< "أن": the subject, if any, stands before it
  kThatHe,          ///< "أنه": the subject is the last speaker
  kTurn,            ///< "إلى", "ضرورة": no subject follows
  kSameOne,         ///< "الوفد", "الوزير": the last speaker again
  kPassedOver,      ///< "عليه", "ما يسمى": the subject may still follow
  kJoint,           ///< "الدول الضامنة", "البيان الختامي": all guarantors
  kCounterpart,     ///< "ونظيره": both act together
  kStatement,       ///< "البيان": the guarantors again, where they have issued one
  kIssues,          ///< "في بيان": the statement is the speaker's own
  kMedia,           ///< "وكالة": the state named behind it is that of a paper
  kToldBefore,      ///< "وكان": the sentence that it opens tells what went before the news
};

/// "قال", "التقى", "مشيرا": whatever has a subject.
constexpr bool is_verb(SpeechCue cue) {
  return cue == SpeechCue::kSays || cue == SpeechCue::kActs || cue == SpeechCue::kAttends ||
         cue == SpeechCue::kSaying;
}

/// "بوقف", "للصحفيين": a preposition written in one with its noun; the stem has lost it.
inline bool has_preposition(const Token& token) {
  for (const std::string_view letter : {"ب", "ل"}) {
    if (token.folded.starts_with(letter)) return !token.stem.starts_with(letter);
  }
  return false;
}

/// Words of speech and action (analyzers/data/speech_verbs.txt). Immutable; thread-safe.
class SpeechLexicon {
 public:
  explicit SpeechLexicon(const Analyzer& analyzer);

  struct Match {
    std::uint16_t words = 0;
    SpeechCue cue = SpeechCue::kNone;
    bool joined_and = false;  ///< behind و or ف: it goes on from the sentence before
    bool agrees = false;  ///< "أكدا", "يبحثان": a dual or plural verb, whose subject never stands behind it
  };

  /// For every token the longest cue that begins there.
  std::vector<Match> find(const TokenStream& tokens) const;

  /// Marks the words its phrases begin with.
  void mark_words(WordMarks& marks) const;

  /// "الوفد", "وزير": an adjective behind it ("الروسي") tells who speaks or acts.
  bool is_office(const Token& token) const { return is_of(token, PhraseMark::kOffice, offices_); }

  /// "اتهم", "تهاجم": what it tells is the conduct of the one behind its subject.
  bool is_accusation(const Token& token) const { return is_of(token, PhraseMark::kAccusation, accusations_); }

  /// "المباراة", "الشوط": words of sport.
  bool is_sport(const Token& token) const { return is_of(token, PhraseMark::kSport, sport_); }

 private:
  struct Entry {
    SpeechCue cue;
    bool joined_and;
    bool agrees;
  };
  using Words = std::unordered_set<std::uint64_t>;

  static bool is_of(const Token& token, PhraseMark mark, const Words& words) {
    return is_marked(token, mark) && words.contains(token.hash);
  }
  void add_words(const Analyzer& analyzer, std::string_view words, SpeechCue cue, bool particles,
                 bool agrees = false);
  void add_perfect(const Analyzer& analyzer, std::string_view line, SpeechCue cue);
  void add_imperfect(const Analyzer& analyzer, std::string_view line, SpeechCue cue);

  PhraseTrie trie_{PhraseMark::kSpeechCue};
  std::vector<Entry> entries_;
  Words offices_;
  Words accusations_;
  Words sport_;
  std::vector<std::uint64_t> joint_;  ///< words that PhraseMark::kJoint stands for
};

}  // namespace mahdar
