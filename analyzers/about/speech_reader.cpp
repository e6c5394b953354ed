#include "analyzers/about/speech_reader.h"

#include <algorithm>
#include <bit>

#include "analyzers/text/token_gap.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kAccordingReach = 6;
constexpr std::uint32_t kHisWordsReach = 8;
constexpr std::uint32_t kTitleSpeakerFirst = 6;  ///< words from a headline's beginning to who speaks in it
constexpr std::uint32_t kStatementReach = 6;  ///< words from "البيان المشترك" to the colon before its text

}  // namespace

SpeechReader::SpeechReader(const Reading& reading, const SpeechLexicon& lexicon,
                           const std::vector<SpeechLexicon::Match>& cues, const std::vector<Actor>& actors)
    : reading_(reading),
      lexicon_(lexicon),
      tokens_(reading.tokens.tokens()),
      cues_(cues),
      actors_(actors),
      subjects_(reading, lexicon, cues, actors),
      taken_(actors.size()) {}

std::vector<Share> SpeechReader::read() {
  // "البيان" before anybody is named is the guarantors', too
  const auto together = [](const Actor& actor) { return std::popcount(actor.guarantors) > 1; };
  const auto joint = std::ranges::find_if(actors_, together);
  if (joint != actors_.end()) subjects_.set_issuer(&*joint);
  for (std::uint32_t i = 0, end = static_cast<std::uint32_t>(tokens_.size()); i < end; ++i) {
    if (tokens_[i].gap <= Gap::kSentence) {
      subjects_.begin_sentence(sentence_ = i);
      reported_ = said_ = false, last_ = nullptr;
      told_before_ = cues_[i].cue == SpeechCue::kToldBefore;
    }
    const Actor* actor = subjects_.actor_at(i);
    if (actor != nullptr && together(*actor)) subjects_.set_issuer(actor);
    if (opens_statement(i)) speaker_ = subjects_.issuer()->guarantors;
    if (cues_[i].cue != SpeechCue::kNone) read_cue(i);
    if (actor != nullptr) read_conduct(*actor, i);
  }
  told_before_ = false;
  add_conduct();
  read_title();
  read_names();
  return std::move(shares_);
}

void SpeechReader::read_cue(std::uint32_t at) {
  const std::uint32_t next = at + cues_[at].words;
  switch (cues_[at].cue) {
    case SpeechCue::kSays:
      return read_speech(at);
    case SpeechCue::kSaysBeforeName: {
      const Actor* actor = subjects_.actor_at(next);
      const bool that = next < tokens_.size() && cues_[next].cue == SpeechCue::kThat;
      if (that || (actor != nullptr && actor->person)) read_speech(at);
      return;
    }
    case SpeechCue::kActs:
      return read_action(at, Part::kActs);
    case SpeechCue::kAttends:
      return read_action(at, Part::kAttends);
    case SpeechCue::kThat:
    case SpeechCue::kThatHe:
      return read_that(next);
    case SpeechCue::kIssues:
      if (last_ != nullptr) subjects_.set_issuer(last_);
      return;
    case SpeechCue::kSaying:
      return go_on(at);
    case SpeechCue::kHisWords:
      if (const Actor* actor = speaker_before(at)) speak(*actor, Part::kSpeaks);
      return;
    case SpeechCue::kAccording: {
      const FoundSubject found = subjects_.behind(next, kAccordingReach);
      const bool speaks =
          found.subject == Subject::kNamed && (found.actor->person || found.actor->guarantors != 0);
      if (speaks) speak(*found.actor, Part::kQuoted);
      return;
    }
    default:
      return;
  }
}

void SpeechReader::read_speech(std::uint32_t at) {
  const FoundSubject found = subjects_.of(at);
  said_ = true;
  if (lexicon_.is_accusation(tokens_[at])) read_accusation(at, found.actor);
  if (found.subject == Subject::kNamed && is_reported(at)) return add(*found.actor, Part::kReported);
  if (found.subject == Subject::kNamed) return speak(*found.actor, Part::kSpeaks);
  if (is_reported(at)) return;
  if (found.subject == Subject::kUnknown) speaker_ = 0;
  if (reading_.zoned.zone_at(tokens_[at].begin) == Zone::kTitle) return;
  shares_.push_back({speaker_, Part::kSpeaks, {tokens_[at].begin, tokens_[at].end}, told_before_});
}

void SpeechReader::read_action(std::uint32_t at, Part part) {
  const FoundSubject found = subjects_.of(at);
  if (found.subject != Subject::kNamed || found.actor->outlet) return;
  const bool reported = is_reported(at);
  // "التقى … نظيره. وأكدا أن": until somebody speaks, who acts is whom the next verb means
  if (part == Part::kActs && !reported && !heard_) speaker_ = found.actor->guarantors;
  add(*found.actor, reported ? Part::kReported : part);
}

/// "قال … إن أنقرة تواصل": whom somebody else's speech is about.
void SpeechReader::read_that(std::uint32_t next) {
  reported_ = true;
  if (next >= tokens_.size()) return;
  const Actor* actor = subjects_.actor_at(next);
  if (actor == nullptr || actor->guarantors == 0 || actor->guarantors == speaker_) return;
  add(*actor, Part::kSpokenOf);
}

/// "قال … إن الوفد التركي عرقل": whom somebody else speaks of by office, at any place behind "that".
void SpeechReader::read_conduct(const Actor& actor, std::uint32_t at) {
  // "وأضاف: تركيا تحتل", as behind "that"
  if (said_ && opens_quote(text_between(tokens_[at - 1], tokens_[at]))) read_that(at);
  if (!reported_ || speaker_ != 0 || actor.person || actor.bare) return;
  if (actor.end_token > at + 1 && std::popcount(actor.guarantors) == 1) conduct_.push_back(&actor);
}

/// "اتهم الجعفري الوفد التركي": the text is about the conduct of the accused.
void SpeechReader::read_accusation(std::uint32_t at, const Actor* subject) {
  constexpr std::uint32_t kReach = 16;
  if (subject != nullptr && subject->guarantors != 0) return;
  for (std::uint32_t i = at + 1; i < tokens_.size() && i < at + kReach && tokens_[i].gap > Gap::kSentence;
       ++i) {
    if (cues_[i].cue == SpeechCue::kThat) return;
    const Actor* actor = subjects_.actor_at(i);
    if (actor != nullptr && !actor->bare && std::popcount(actor->guarantors) == 1)
      return add(*actor, Part::kSpokenOf);
  }
}

/// A text whose lead and what follows come back to the conduct of one.
void SpeechReader::add_conduct() {
  constexpr std::ptrdiff_t kOften = 2;
  if (conduct_.empty()) return;
  const std::uint32_t first = conduct_.front()->guarantors;
  const Zone zone = reading_.zoned.zone_at(conduct_.front()->range.begin);
  const auto often = std::ranges::count(conduct_, first, &Actor::guarantors);
  if (zone == Zone::kBody || zone == Zone::kBackground || often < kOften ||
      3 * often < 2 * std::ssize(conduct_))
    return;
  for (const Actor* actor : conduct_)
    if (actor->guarantors == first && !taken_[static_cast<std::size_t>(actor - actors_.data())])
      add(*actor, Part::kSpokenOf);
}

/// In the clause behind "that"; a verb behind و opens a clause of the text's own again.
bool SpeechReader::is_reported(std::uint32_t verb) const {
  return reported_ && !cues_[verb].joined_and;
}

/// "في البيان المشترك ما يلي:", "إن الدول الضامنة لصيغة أستانا:": the verbs behind it need no subject.
bool SpeechReader::opens_statement(std::uint32_t at) const {
  const Actor* issuer = subjects_.issuer();
  if (issuer == nullptr || at < issuer->end_token) return false;
  return at - issuer->end_token <= kStatementReach &&
         text_between(tokens_[at - 1], tokens_[at]).find(':') != std::string_view::npos;
}

const Actor* SpeechReader::speaker_before(std::uint32_t at) const {
  for (std::uint32_t i = at; i > sentence_ && at - i < kHisWordsReach; --i) {
    if (const Actor* actor = subjects_.actor_ending(i); actor != nullptr && !actor->outlet) return actor;
  }
  return nullptr;
}

void SpeechReader::speak(const Actor& actor, Part part) {
  speaker_ = actor.guarantors;
  last_ = &actor;
  heard_ = true;
  if (!actor.outlet) add(actor, part);
}

void SpeechReader::add(const Actor& actor, Part part) {
  taken_[static_cast<std::size_t>(&actor - actors_.data())] = true;
  shares_.push_back({actor.guarantors, part, actor.range, told_before_});
}

void SpeechReader::go_on(std::uint32_t at) {
  shares_.push_back({speaker_, Part::kGoesOn, {tokens_[at].begin, tokens_[at].end}, told_before_});
}

/// A headline names what an article is about, and speaks in colons: "لافروف: …".
void SpeechReader::read_title() {
  const auto& paragraphs = reading_.zoned.paragraphs;
  if (paragraphs.empty() || paragraphs.front().zone != Zone::kTitle) return;
  for (const Actor& actor : actors_) {
    if (actor.range.begin >= paragraphs.front().range.end) return;
    if (actor.outlet) continue;
    const bool colon = actor.end_token < tokens_.size() && actor.first_token < kTitleSpeakerFirst &&
                       text_between(tokens_[actor.end_token - 1], tokens_[actor.end_token]).starts_with(":");
    if (colon) {
      add(actor, Part::kTitleSpeaks);
    } else if (actor.guarantors != 0) {
      add(actor, Part::kTitle);
    }
  }
}

void SpeechReader::read_names() {
  for (std::size_t i = 0; i < actors_.size(); ++i) {
    const Actor& actor = actors_[i];
    if (taken_[i] || actor.guarantors == 0) continue;
    const bool among = std::popcount(actor.guarantors) > 1 && actor.first_token > 0 && !actor.bare &&
                       tokens_[actor.first_token - 1].folded == "بين";  // "اتفاق بين روسيا وتركيا"
    add(actor, among ? Part::kReported : Part::kNamed);
  }
}

}  // namespace mahdar
