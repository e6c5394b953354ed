#include "analyzers/about/subject_finder.h"

#include <algorithm>
#include <bit>

#include "analyzers/text/folder.h"
#include "analyzers/text/token_gap.h"

namespace mahdar {
namespace {

constexpr std::uint32_t kSubjectReach = 12;  ///< words from a verb to the name of its subject
constexpr std::uint32_t kSameOneReach = 3;  ///< "الوزير الروسي": the name this near, or the last speaker
constexpr std::uint32_t kSubjectFirst = 6;  ///< words from the sentence's beginning to a subject first
constexpr std::uint32_t kPersonFirst = 10;  ///< the same to a person, before whom an office stands

}  // namespace

SubjectFinder::SubjectFinder(const Reading& reading, const SpeechLexicon& lexicon,
                             const std::vector<SpeechLexicon::Match>& cues, const std::vector<Actor>& actors)
    : lexicon_(lexicon), tokens_(reading.tokens.tokens()), cues_(cues), actors_(actors) {
  begins_.resize(tokens_.size() + 1);
  ends_.resize(tokens_.size() + 1);
  for (std::uint32_t i = 0; i < actors.size(); ++i) {
    begins_[actors[i].first_token] = i + 1;
    ends_[actors[i].end_token] = i + 1;
  }
}

FoundSubject SubjectFinder::of(std::uint32_t verb) const {
  if (verb > 0 && cues_[verb - 1].cue == SpeechCue::kThatHe) return {Subject::kSame, nullptr};
  if (const Actor* first = before(verb)) return {Subject::kNamed, first};
  if (cues_[verb].agrees) return {Subject::kSame, nullptr};
  return behind(verb + cues_[verb].words, kSubjectReach);
}

/// Headlines and some papers put the subject first: "موسكو ترى", "توماتوف شدد".
const Actor* SubjectFinder::before(std::uint32_t verb) const {
  const Actor* actor = actor_ending(verb);
  if (actor == nullptr || cues_[verb].joined_and || actor->first_token < sentence_) return nullptr;
  const std::uint32_t reach = actor->person ? kPersonFirst : kSubjectFirst;
  if (actor->first_token > sentence_ + reach || is_object(*actor)) return nullptr;
  const Gap gap = tokens_[verb].gap;
  if (gap == Gap::kSpace) return actor;
  const bool comma = text_between(tokens_[verb - 1], tokens_[verb]).find("،") != std::string_view::npos;
  // "سوتشي (رويترز) - عقد الرؤساء": the agency of a dateline
  return gap == Gap::kClause && !comma && !actor->outlet ? actor : nullptr;
}

FoundSubject SubjectFinder::behind(std::uint32_t first, std::uint32_t reach) const {
  if (first < tokens_.size() && cues_[first].cue == SpeechCue::kPassedOver) {
    first += cues_[first].words;
    if (!names_office(first)) return {Subject::kSame, nullptr};
  }
  if (first >= tokens_.size() || tokens_[first].gap <= Gap::kSentence) return {};
  const bool quote = opens_quote(text_between(tokens_[first - 1], tokens_[first]));
  if (quote || names_nobody(first)) return {Subject::kSame, nullptr};
  const bool statement = cues_[first].cue == SpeechCue::kStatement;
  if (statement && issuer_ != nullptr) return {Subject::kNamed, issuer_};
  const bool same_one =
      statement || (cues_[first].cue == SpeechCue::kSameOne && !speaks_for_an_office(first));
  const std::uint32_t near = same_one ? kSameOneReach : reach;
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(tokens_.size(), first + near));
  for (std::uint32_t i = first; i < end; ++i) {
    if (i > first && tokens_[i].gap <= Gap::kSentence) break;
    if (i > first && opens_quote(text_between(tokens_[i - 1], tokens_[i]))) break;
    if (stops_search(i) || (i > first && is_verb(cues_[i].cue))) break;
    const Actor* actor = actor_at(i);
    if (actor == nullptr || is_object(*actor)) continue;
    if (i == first && is_mismatched(i - 1, *actor)) return {Subject::kSame, nullptr};
    return {Subject::kNamed, actor};
  }
  return {same_one ? Subject::kSame : Subject::kUnknown, nullptr};
}

/// "المتحدث باسم الرئاسة التركية إبراهيم قالن": introduced with office and name, not the last speaker again.
bool SubjectFinder::speaks_for_an_office(std::uint32_t first) const {
  static const std::uint64_t in_the_name = hash_word(fold("باسم"));
  return first + 1 < tokens_.size() && tokens_[first + 1].hash == in_the_name;
}

/// "وأضاف أن", "ولفت إلى", "ورحب بدور": no subject behind the verb.
bool SubjectFinder::names_nobody(std::uint32_t first) const {
  const SpeechCue cue = cues_[first].cue;
  if (actor_at(first) != nullptr || cue == SpeechCue::kStatement) return false;
  return !is_each(first) && (tokens_[first].stop || stops_search(first) || has_preposition(tokens_[first]));
}

/// "كل من روسيا وتركيا"
bool SubjectFinder::is_each(std::uint32_t at) const {
  return tokens_[at].folded == "كل" && at + 1 < tokens_.size() && tokens_[at + 1].folded == "من";
}

/// Somebody's name or office, with no object between.
bool SubjectFinder::names_office(std::uint32_t at) const {
  if (at >= tokens_.size()) return false;
  return actor_at(at) != nullptr || cues_[at].cue == SpeechCue::kSameOne || lexicon_.is_office(tokens_[at]);
}

bool SubjectFinder::stops_search(std::uint32_t at) const {
  const SpeechCue cue = cues_[at].cue;
  return cue == SpeechCue::kThat || cue == SpeechCue::kThatHe || cue == SpeechCue::kTurn;
}

/// "في موسكو", "بممثلي تركيا", "وفود من روسيا وتركيا"; an office of several words ("في وزارة الخارجية
/// الروسية") tells where a speaker belongs.
bool SubjectFinder::is_object(const Actor& actor) const {
  const bool office = actor.end_token > actor.first_token + 1 && std::popcount(actor.guarantors) < 2;
  if (actor.bare) return true;
  if (actor.person || office || actor.first_token == 0) return false;
  const Token& before = tokens_[actor.first_token - 1];
  const bool each = actor.first_token > 1 && is_each(actor.first_token - 2);
  if (each || cues_[actor.first_token - 1].cue == SpeechCue::kPassedOver) return false;
  return (before.stop || has_preposition(before)) && tokens_[actor.first_token].gap == Gap::kSpace;
}

/// "واتهم تركيا": a state or its capital is a she, so that a verb of a he has it for its object.
bool SubjectFinder::is_mismatched(std::uint32_t verb, const Actor& actor) const {
  const std::string_view name = tokens_[actor.first_token].folded;
  const bool state = actor.guarantors != 0 && !actor.person && !actor.outlet &&
                     actor.end_token == actor.first_token + 1 && !name.starts_with("ال") &&
                     !name.ends_with("ي");
  if (!state || !is_verb(cues_[verb].cue)) return false;
  std::string_view form = tokens_[verb].folded;
  if (form.starts_with("و") || form.starts_with("ف")) form.remove_prefix(std::string_view("و").size());
  if (form.starts_with("س")) form.remove_prefix(std::string_view("س").size());
  return !form.starts_with("ت") && !form.ends_with("ت");
}

const Actor* SubjectFinder::actor_at(std::uint32_t token) const {
  return begins_[token] == 0 ? nullptr : &actors_[begins_[token] - 1];
}

const Actor* SubjectFinder::actor_ending(std::uint32_t token) const {
  return ends_[token] == 0 ? nullptr : &actors_[ends_[token] - 1];
}

}  // namespace mahdar
