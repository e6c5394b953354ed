#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/about/actor.h"
#include "analyzers/about/reading.h"
#include "analyzers/about/speech_lexicon.h"
#include "schema/article.h"

namespace mahdar {

/// How much of a text's speech and action each guarantor has, by zone.
struct SpeechWeights {
  std::vector<double> guarantors;  ///< in the order of Taxonomy::guarantors()
  double others = 0;               ///< everybody else who speaks or acts
  std::vector<Evidence> evidence;  ///< for the guarantors, in the order of the text
};

/// Reads a text once, verb by verb: finds each verb's subject (behind it, or before it in a headline's
/// order), and lets the last speaker go on where the verb names nobody ("وأضاف أن", "مشيرا إلى").
class SpeechReader {
 public:
  SpeechReader(const Reading& reading, const std::vector<SpeechLexicon::Match>& cues,
               const std::vector<Actor>& actors, std::size_t guarantors);

  SpeechWeights read();

 private:
  enum class Subject { kNamed, kSame, kUnknown };
  struct Found {
    Subject subject = Subject::kUnknown;
    const Actor* actor = nullptr;
  };

  void read_cue(std::uint32_t at);
  void read_speech(std::uint32_t at);
  void read_action(std::uint32_t at, double weight);
  void read_that(std::uint32_t next);
  void read_title();
  Found subject_of(std::uint32_t verb) const;
  Found subject_behind(std::uint32_t first, std::uint32_t reach) const;
  const Actor* subject_before(std::uint32_t verb) const;
  const Actor* speaker_before(std::uint32_t at) const;
  bool names_nobody(std::uint32_t first) const;
  bool is_reported(std::uint32_t verb) const;
  bool stops_search(std::uint32_t at) const;
  bool is_object(const Actor& actor) const;
  const Actor* actor_at(std::uint32_t token) const;
  const Actor* actor_ending(std::uint32_t token) const;
  void speak(const Actor& actor, double weight, std::string_view rule);
  void credit(std::uint32_t guarantors, double weight, ByteRange range, std::string_view rule);

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  const std::vector<SpeechLexicon::Match>& cues_;
  const std::vector<Actor>& actors_;
  std::vector<std::uint32_t> begins_;  ///< by token: 1 + index of the actor that begins there, or 0
  std::vector<std::uint32_t> ends_;    ///< by token: 1 + index of the actor that ends before it, or 0
  std::uint32_t sentence_ = 0;         ///< first token of the sentence being read
  bool reported_ = false;              ///< behind "that" in this sentence
  std::uint32_t speaker_ = 0;          ///< guarantors of the last speaker; 0: somebody else
  SpeechWeights weights_;
};

}  // namespace mahdar
