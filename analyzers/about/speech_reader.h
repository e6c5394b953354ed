#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/about/actor.h"
#include "analyzers/about/reading.h"
#include "analyzers/about/speech_lexicon.h"
#include "analyzers/about/subject_finder.h"
#include "schema/article.h"

namespace mahdar {

/// How somebody takes part in a text.
enum class Part : std::uint8_t {
  kSpeaks,
  kGoesOn,  ///< the last speaker, whom the verb does not name
  kQuoted,  ///< "بحسب الوزارة"
  kActs,
  kAttends,
  kReported,     ///< speaks or acts in what somebody else says
  kSpokenOf,     ///< what somebody else's speech is about
  kTitleSpeaks,  ///< "لافروف: …"
  kTitle,
  kNamed,  ///< nothing of all this
};

/// One stretch of a text in which somebody takes part.
struct Share {
  std::uint32_t guarantors = 0;  ///< bit i: guarantor i of Taxonomy::guarantors(); 0: somebody else
  Part part = Part::kNamed;
  ByteRange range;
  bool told_before = false;  ///< in a sentence that begins with "وكان": what went before the news
};

/// Reads a text once, verb by verb: finds each verb's subject (behind it, or before it in a headline's
/// order), and lets the last speaker go on where the verb names nobody ("وأضاف أن", "مشيرا إلى"). Guarantors
/// that no verb takes up are named.
class SpeechReader {
 public:
  /// `cues`: what `lexicon` finds in the text.
  SpeechReader(const Reading& reading, const SpeechLexicon& lexicon,
               const std::vector<SpeechLexicon::Match>& cues, const std::vector<Actor>& actors);

  std::vector<Share> read();

 private:
  void read_cue(std::uint32_t at);
  void read_speech(std::uint32_t at);
  void read_action(std::uint32_t at, Part part);
  void read_conduct(const Actor& actor, std::uint32_t at);
  void read_accusation(std::uint32_t at, const Actor* subject);
  void add_conduct();
  void read_that(std::uint32_t next);
  void read_title();
  void read_names();
  const Actor* speaker_before(std::uint32_t at) const;
  bool is_reported(std::uint32_t verb) const;
  bool opens_statement(std::uint32_t at) const;
  void speak(const Actor& actor, Part part);
  void add(const Actor& actor, Part part);
  void go_on(std::uint32_t at);

  const Reading& reading_;
  const SpeechLexicon& lexicon_;
  const std::vector<Token>& tokens_;
  const std::vector<SpeechLexicon::Match>& cues_;
  const std::vector<Actor>& actors_;
  SubjectFinder subjects_;
  std::uint32_t sentence_ = 0;         ///< first token of the sentence being read
  bool reported_ = false;              ///< behind "that" in this sentence
  bool said_ = false;                  ///< behind a verb of speech in this sentence
  bool told_before_ = false;           ///< in a sentence that begins with "وكان"
  std::uint32_t speaker_ = 0;          ///< guarantors of the last speaker; 0: somebody else
  bool heard_ = false;                 ///< somebody has spoken
  const Actor* last_ = nullptr;        ///< the speaker whom this sentence names
  std::vector<bool> taken_;            ///< by actor: some verb has taken it up
  std::vector<const Actor*> conduct_;  ///< of whom others speak
  std::vector<Share> shares_;
};

}  // namespace mahdar
