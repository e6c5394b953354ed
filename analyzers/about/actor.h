#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/about/reading.h"
#include "analyzers/about/speech_lexicon.h"

namespace mahdar {

/// Somebody named in a text who may speak or act.
struct Actor {
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;   ///< one past the last
  std::uint32_t guarantors = 0;  ///< bit i: guarantor i of Taxonomy::guarantors(); 0: somebody else
  bool person = false;
  bool outlet = false;  ///< a news agency or paper: what it reports is not its own speech
  bool bare = false;    ///< an adjective behind no office ("الأزمة السورية"): nobody who speaks
  ByteRange range;
};

/// Whether an entity of the text is a guarantor, or one's on `date`: without it, and without the words that
/// mean all guarantors, find_actors() finds none that acts for one.
bool names_guarantor(const Reading& reading, const std::vector<const Entity*>& guarantors,
                     std::string_view date);

/// The actors of a text in order: persons by their delegation on `date`, states, organisations, agencies, and
/// the words that mean all guarantors. Guarantors named in a row ("روسيا وتركيا وإيران") or as a pair ("بوتين
/// وأردوغان") are one actor with several bits, an office and its holder one actor. `cues` are
/// SpeechLexicon::find() of the text. At most 32 guarantors are told apart.
std::vector<Actor> find_actors(const Reading& reading, const std::vector<const Entity*>& guarantors,
                               const SpeechLexicon& lexicon, const std::vector<SpeechLexicon::Match>& cues,
                               std::string_view date);

}  // namespace mahdar
