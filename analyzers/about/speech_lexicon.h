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
  kJoint,           ///< "الدول الضامنة", "البيان الختامي": all guarantors
  kCounterpart,     ///< "ونظيره": both act together
  kStatement,       ///< "البيان": the guarantors again, where they have issued one
  kMedia,           ///< "وكالة": the state named behind it is that of a paper
};

/// Words of speech and action (analyzers/data/speech_verbs.txt). Immutable; thread-safe.
class SpeechLexicon {
 public:
  explicit SpeechLexicon(const Analyzer& analyzer);

  struct Match {
    SpeechCue cue = SpeechCue::kNone;
    std::uint16_t words = 0;
    bool joined_and = false;  ///< behind و or ف: it goes on from the sentence before
  };

  /// For every token the longest cue that begins there.
  std::vector<Match> find(const TokenStream& tokens) const;

  /// Marks the words its phrases begin with.
  void mark_words(WordMarks& marks) const;

  /// "الوفد", "وزير": an adjective behind it ("الروسي") tells who speaks or acts.
  bool is_office(const Token& token) const { return offices_.contains(token.hash); }

  /// "اتهم", "تهاجم": what it tells is the conduct of the one behind its subject.
  bool is_accusation(const Token& token) const { return accusations_.contains(token.hash); }

  /// "المباراة", "الشوط": words of sport.
  bool is_sport(const Token& token) const { return sport_.contains(token.hash); }

 private:
  struct Entry {
    SpeechCue cue;
    bool joined_and;
  };
  void add_words(const Analyzer& analyzer, std::string_view words, SpeechCue cue, bool particles);
  void add_form(const Analyzer& analyzer, const std::string& form, SpeechCue cue);
  void add_perfect(const Analyzer& analyzer, std::string_view line, SpeechCue cue);
  void add_imperfect(const Analyzer& analyzer, std::string_view line, SpeechCue cue);

  PhraseTrie trie_{PhraseMark::kSpeechCue};
  std::vector<Entry> entries_;
  std::unordered_set<std::uint64_t> offices_;
  std::unordered_set<std::uint64_t> accusations_;
  std::unordered_set<std::uint64_t> sport_;
  std::vector<std::uint64_t> joint_;  ///< words that PhraseMark::kJoint stands for
};

}  // namespace mahdar
