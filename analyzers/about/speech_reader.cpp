#include "analyzers/about/speech_reader.h"

#include <algorithm>
#include <bit>

#include "analyzers/about/zone_weight.h"
#include "analyzers/text/token_gap.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kSubjectReach = 12;  ///< words from a verb to the name of its subject
constexpr std::uint32_t kAccordingReach = 6;
constexpr std::uint32_t kHisWordsReach = 8;
constexpr std::uint32_t kSameOneReach =
    3;  ///< "الوزير الروسي": the name stands this near, or it is the last speaker
constexpr std::uint32_t kSubjectFirst =
    6;  ///< words from the sentence's beginning to a subject before its verb
constexpr double kSpeech = 1;
constexpr double kAction = 0.6;
constexpr double kAttendance = 0.2;
constexpr double kReported = 0.3;  ///< of an act or word that somebody else reports
constexpr double kSpokenOf = 0.4;
constexpr double kQuoted = 0.7;
constexpr double kGoingOn = 0.3;
constexpr double kNamedInTitle = 0.6;

bool opens_quote(std::string_view between) {
  for (const std::string_view mark : {":", "“", "\"", "«", "”", "„"}) {
    if (between.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

bool is_verb(SpeechCue cue) {
  return cue == SpeechCue::kSays || cue == SpeechCue::kActs || cue == SpeechCue::kAttends ||
         cue == SpeechCue::kSaying;
}

/// "بوقف", "للصحفيين": a preposition written in one with its noun; the stem has lost it.
bool has_preposition(const Token& token) {
  for (const std::string_view letter : {"ب", "ل"}) {
    if (token.folded.starts_with(letter)) return !token.stem.starts_with(letter);
  }
  return false;
}

}  // namespace

SpeechReader::SpeechReader(const Reading& reading, const std::vector<SpeechLexicon::Match>& cues,
                           const std::vector<Actor>& actors, std::size_t guarantors)
    : reading_(reading), tokens_(reading.tokens.tokens()), cues_(cues), actors_(actors) {
  begins_.resize(tokens_.size() + 1);
  ends_.resize(tokens_.size() + 1);
  for (std::uint32_t i = 0; i < actors.size(); ++i) {
    begins_[actors[i].first_token] = i + 1;
    ends_[actors[i].end_token] = i + 1;
  }
  weights_.guarantors.resize(guarantors);
}

SpeechWeights SpeechReader::read() {
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].gap <= Gap::kSentence) sentence_ = i, reported_ = false;
    if (cues_[i].cue != SpeechCue::kNone) read_cue(i);
  }
  read_title();
  return std::move(weights_);
}

void SpeechReader::read_cue(std::uint32_t at) {
  const std::uint32_t next = at + cues_[at].words;
  switch (cues_[at].cue) {
    case SpeechCue::kSays:
      return read_speech(at);
    case SpeechCue::kSaysBeforeName: {
      const Actor* actor = actor_at(next);
      const bool that = next < tokens_.size() && cues_[next].cue == SpeechCue::kThat;
      if (that || (actor != nullptr && actor->person)) read_speech(at);
      return;
    }
    case SpeechCue::kActs:
      return read_action(at, kAction);
    case SpeechCue::kAttends:
      return read_action(at, kAttendance);
    case SpeechCue::kThat:
    case SpeechCue::kThatHe:
      return read_that(next);
    case SpeechCue::kSaying:
      return credit(speaker_, kGoingOn, {tokens_[at].begin, tokens_[at].end}, "speech-goes-on");
    case SpeechCue::kHisWords:
      if (const Actor* actor = speaker_before(at)) speak(*actor, kSpeech, "his-words");
      return;
    case SpeechCue::kAccording: {
      const Found found = subject_behind(next, kAccordingReach);
      const bool speaks =
          found.subject == Subject::kNamed && (found.actor->person || found.actor->guarantors != 0);
      if (speaks) speak(*found.actor, kQuoted, "according-to");
      return;
    }
    default:
      return;
  }
}

void SpeechReader::read_speech(std::uint32_t at) {
  const Found found = subject_of(at);
  if (found.subject == Subject::kNamed && is_reported(at)) {
    return credit(found.actor->guarantors, kSpeech * kReported, found.actor->range, "reported-speech");
  }
  if (found.subject == Subject::kNamed) return speak(*found.actor, kSpeech, "speech-verb");
  if (is_reported(at)) return;
  if (found.subject == Subject::kUnknown) speaker_ = 0;
  if (reading_.zoned.zone_at(tokens_[at].begin) == Zone::kTitle) return;
  credit(speaker_, kSpeech, {tokens_[at].begin, tokens_[at].end}, "speech-goes-on");
}

void SpeechReader::read_action(std::uint32_t at, double weight) {
  const Found found = subject_of(at);
  if (found.subject != Subject::kNamed || found.actor->outlet) return;
  const bool reported = is_reported(at);
  credit(found.actor->guarantors, reported ? weight * kReported : weight, found.actor->range,
         reported ? "reported-action" : "action-verb");
}

/// "قال … إن أنقرة تواصل": whom somebody else's speech is about.
void SpeechReader::read_that(std::uint32_t next) {
  reported_ = true;
  if (next >= tokens_.size()) return;
  const Actor* actor = actor_at(next);
  if (actor == nullptr || actor->guarantors == 0 || actor->guarantors == speaker_) return;
  credit(actor->guarantors, kSpokenOf, actor->range, "spoken-of");
}

/// In the clause behind "that"; a verb behind و opens a clause of the text's own again.
bool SpeechReader::is_reported(std::uint32_t verb) const {
  return reported_ && !cues_[verb].joined_and;
}

SpeechReader::Found SpeechReader::subject_of(std::uint32_t verb) const {
  if (verb > 0 && cues_[verb - 1].cue == SpeechCue::kThatHe) return {Subject::kSame, nullptr};
  if (const Actor* before = subject_before(verb)) return {Subject::kNamed, before};
  return subject_behind(verb + cues_[verb].words, kSubjectReach);
}

/// Headlines and some papers put the subject first: "موسكو ترى", "توماتوف شدد".
const Actor* SpeechReader::subject_before(std::uint32_t verb) const {
  const Actor* actor = actor_ending(verb);
  if (actor == nullptr || cues_[verb].joined_and || actor->first_token < sentence_) return nullptr;
  if (actor->first_token > sentence_ + kSubjectFirst || is_object(*actor)) return nullptr;
  const Gap gap = tokens_[verb].gap;
  if (gap == Gap::kSpace) return actor;
  const bool comma = text_between(tokens_[verb - 1], tokens_[verb]).find("،") != std::string_view::npos;
  return gap == Gap::kClause && !comma ? actor : nullptr;
}

SpeechReader::Found SpeechReader::subject_behind(std::uint32_t first, std::uint32_t reach) const {
  if (first >= tokens_.size() || tokens_[first].gap <= Gap::kSentence) return {};
  const bool quote = opens_quote(text_between(tokens_[first - 1], tokens_[first]));
  if (quote || names_nobody(first)) return {Subject::kSame, nullptr};
  const bool same_one = cues_[first].cue == SpeechCue::kSameOne;
  const std::uint32_t near = same_one ? kSameOneReach : reach;
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(tokens_.size(), first + near));
  for (std::uint32_t i = first; i < end; ++i) {
    if (i > first && tokens_[i].gap <= Gap::kSentence) break;
    if (i > first && opens_quote(text_between(tokens_[i - 1], tokens_[i]))) break;
    if (stops_search(i) || (i > first && is_verb(cues_[i].cue))) break;
    if (const Actor* actor = actor_at(i); actor != nullptr && !is_object(*actor))
      return {Subject::kNamed, actor};
  }
  return {same_one ? Subject::kSame : Subject::kUnknown, nullptr};
}

const Actor* SpeechReader::speaker_before(std::uint32_t at) const {
  for (std::uint32_t i = at; i > sentence_ && at - i < kHisWordsReach; --i) {
    if (const Actor* actor = actor_ending(i); actor != nullptr && !actor->outlet) return actor;
  }
  return nullptr;
}

/// "وأضاف أن", "ولفت إلى", "ورحب بدور": no subject behind the verb.
bool SpeechReader::names_nobody(std::uint32_t first) const {
  if (actor_at(first) != nullptr) return false;
  return tokens_[first].stop || stops_search(first) || has_preposition(tokens_[first]);
}

bool SpeechReader::stops_search(std::uint32_t at) const {
  const SpeechCue cue = cues_[at].cue;
  return cue == SpeechCue::kThat || cue == SpeechCue::kThatHe || cue == SpeechCue::kTurn;
}

/// "في موسكو", "من تركيا"; an office of several words ("في وزارة الخارجية الروسية") tells where a speaker
/// belongs.
bool SpeechReader::is_object(const Actor& actor) const {
  const bool office = actor.end_token > actor.first_token + 1;
  if (actor.person || office || actor.first_token == 0) return false;
  const Token& before = tokens_[actor.first_token - 1];
  return before.stop && tokens_[actor.first_token].gap == Gap::kSpace;
}

const Actor* SpeechReader::actor_at(std::uint32_t token) const {
  return begins_[token] == 0 ? nullptr : &actors_[begins_[token] - 1];
}

const Actor* SpeechReader::actor_ending(std::uint32_t token) const {
  return ends_[token] == 0 ? nullptr : &actors_[ends_[token] - 1];
}

void SpeechReader::speak(const Actor& actor, double weight, std::string_view rule) {
  speaker_ = actor.guarantors;
  if (!actor.outlet) credit(actor.guarantors, weight, actor.range, rule);
}

void SpeechReader::credit(std::uint32_t guarantors, double weight, ByteRange range, std::string_view rule) {
  const double weighted = weight * zone_weight(reading_.zoned.zone_at(range.begin));
  if (guarantors == 0) {
    weights_.others += weighted;
    return;
  }
  const double share = weighted / std::popcount(guarantors);
  for (std::size_t i = 0; i < weights_.guarantors.size(); ++i) {
    if ((guarantors >> i & 1) != 0) weights_.guarantors[i] += share;
  }
  weights_.evidence.push_back({range, std::string(rule), weighted});
}

/// A headline names what an article is about, and speaks in colons: "لافروف: …".
void SpeechReader::read_title() {
  const auto& paragraphs = reading_.zoned.paragraphs;
  if (paragraphs.empty() || paragraphs.front().zone != Zone::kTitle) return;
  for (const Actor& actor : actors_) {
    if (actor.range.begin >= paragraphs.front().range.end) return;
    if (actor.outlet) continue;
    const bool colon = actor.end_token < tokens_.size() && actor.first_token < kSubjectFirst &&
                       text_between(tokens_[actor.end_token - 1], tokens_[actor.end_token]).starts_with(":");
    if (colon) {
      credit(actor.guarantors, kSpeech, actor.range, "title-speech");
    } else if (actor.guarantors != 0) {
      credit(actor.guarantors, kNamedInTitle, actor.range, "title");
    }
  }
}

}  // namespace mahdar
