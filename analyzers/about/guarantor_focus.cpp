#include "analyzers/about/guarantor_focus.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include "analyzers/about/actor.h"
#include "analyzers/about/cue_file.h"
#include "analyzers/about/evidence_list.h"
#include "analyzers/about/speech_reader.h"
#include "analyzers/about/zone_weight.h"

namespace mahdar {
namespace {

std::string_view rule_of(Part part) {
  switch (part) {
    case Part::kSpeaks:
      return "speech-verb";
    case Part::kGoesOn:
      return "speech-goes-on";
    case Part::kQuoted:
      return "according-to";
    case Part::kActs:
      return "action-verb";
    case Part::kAttends:
      return "attendance-verb";
    case Part::kReported:
      return "reported";
    case Part::kSpokenOf:
      return "spoken-of";
    case Part::kTitleSpeaks:
      return "title-speech";
    case Part::kTitle:
      return "title";
    case Part::kNamed:
      return "named";
  }
  return "named";
}

/// What a part is worth as evidence.
double worth(Part part) {
  switch (part) {
    case Part::kSpeaks:
    case Part::kTitleSpeaks:
      return 1;
    case Part::kQuoted:
      return 0.7;
    case Part::kActs:
    case Part::kTitle:
      return 0.6;
    case Part::kSpokenOf:
      return 0.4;
    case Part::kGoesOn:
    case Part::kReported:
    case Part::kAttends:
      return 0.3;
    case Part::kNamed:
      return 0.1;
  }
  return 0;
}

FocusValues read_weights() {
  FocusValues weights{};
  const CueSections sections = bundled_cues("focus_weights.txt");
  for (const std::string& line : sections.at("weights")) {
    const std::size_t gap = line.find(' ');
    const auto* name = std::find(kFocusFeatureNames.begin(), kFocusFeatureNames.end(), line.substr(0, gap));
    if (name == kFocusFeatureNames.end()) throw std::runtime_error("focus_weights.txt: " + line);
    weights[static_cast<std::size_t>(name - kFocusFeatureNames.begin())] = std::stod(line.substr(gap));
  }
  return weights;
}

/// Softmax of the answers' scores.
std::vector<double> probabilities(const std::vector<FocusValues>& answers, const FocusValues& weights) {
  std::vector<double> values;
  values.reserve(answers.size());
  for (const FocusValues& answer : answers)
    values.push_back(std::inner_product(answer.begin(), answer.end(), weights.begin(), 0.0));
  const double largest = *std::max_element(values.begin(), values.end());
  double sum = 0;
  for (double& value : values) sum += value = std::exp(value - largest);
  for (double& value : values) value /= sum;
  return values;
}

/// For the answer given: of the one guarantor, of all, or of any.
std::vector<Evidence> evidence_for(std::size_t answer, std::size_t guarantors, const Reading& reading,
                                   const std::vector<Share>& shares) {
  std::vector<FoundEvidence> evidence;
  evidence.reserve(shares.size());
  for (const Share& share : shares) {
    const bool other = answer < guarantors && (share.guarantors >> answer & 1) == 0;
    if (share.guarantors == 0 || other) continue;
    const double weight = worth(share.part) * zone_weight(reading.zoned.zone_at(share.range.begin));
    evidence.push_back({share.range, rule_of(share.part), weight});
  }
  return strongest(evidence);
}

/// Title and lead tell of a match or a race.
bool is_sport(const Reading& reading, const SpeechLexicon& lexicon) {
  constexpr std::ptrdiff_t kLeast = 5;
  const std::span front = std::span(reading.tokens.tokens()).first(reading.front_end);
  const auto words =
      std::ranges::count_if(front, [&](const Token& token) { return lexicon.is_sport(token); });
  return words >= kLeast;
}

/// "يغادر الوفد إلى موسكو ومنها إلى نور سلطان": one name on the way.
bool is_aside(const Reading& reading, const std::vector<Share>& shares) {
  const auto of_guarantor = [](const Share& share) { return share.guarantors != 0; };
  if (std::ranges::count_if(shares, of_guarantor) != 1) return false;
  const Share& only = *std::ranges::find_if(shares, of_guarantor);
  return only.part == Part::kNamed && std::popcount(only.guarantors) == 1 &&
         only.range.begin >= reading.zoned.title_end;
}

/// "وكان المبعوث الروسي أعلن سابقا": a guarantor speaks in the background alone, of what others tell.
bool is_background(const Reading& reading, const std::vector<Share>& shares) {
  const auto speaks = [](const Share& share) {
    return share.part == Part::kSpeaks || share.part == Part::kQuoted;
  };
  bool others = false, guarantors = false;
  for (const Share& share : shares) {
    const bool back = share.told_before || reading.zoned.zone_at(share.range.begin) == Zone::kBackground;
    if (share.guarantors != 0 && share.part != Part::kNamed && !back) return false;
    others |= share.guarantors == 0 && speaks(share) && !back;
    guarantors |= share.guarantors != 0 && speaks(share);
  }
  return others && guarantors;
}

}  // namespace

GuarantorFocus::GuarantorFocus(const Taxonomy& taxonomy, const Analyzer& analyzer)
    : lexicon_(analyzer), guarantors_(taxonomy.guarantors()), weights_(read_weights()) {}

GuarantorInfo GuarantorFocus::judge(const Reading& reading, std::string_view date) const {
  GuarantorInfo info;
  if (!any_marked(reading.tokens, PhraseMark::kJoint) && !names_guarantor(reading, guarantors_, date)) {
    info.confidence = 1;
    return info;
  }
  const std::vector<SpeechLexicon::Match> cues = lexicon_.find(reading.tokens);
  const std::vector<Actor> actors = find_actors(reading, guarantors_, lexicon_, cues, date);
  if (std::none_of(actors.begin(), actors.end(), [](const Actor& a) { return a.guarantors != 0; })) {
    info.confidence = 1;
    return info;
  }
  const auto on_none = [&](double confidence) {
    info.confidence = confidence;
    for (const Entity* guarantor : guarantors_) info.scores[guarantor->id] = 0;
    return std::move(info);
  };
  if (is_sport(reading, lexicon_)) return on_none(0.9);
  const std::vector<Share> shares = SpeechReader(reading, lexicon_, cues, actors).read();
  if (is_aside(reading, shares)) return on_none(0.7);
  if (is_background(reading, shares)) return on_none(0.6);
  const auto answers = focus_features(reading, actors, shares, guarantors_.size());
  const std::vector<double> chances = probabilities(answers, weights_);
  const auto best =
      static_cast<std::size_t>(std::max_element(chances.begin(), chances.end()) - chances.begin());
  if (best < guarantors_.size()) info.focus = guarantors_[best]->id;
  if (best == guarantors_.size()) info.focus = "several";
  info.confidence = chances[best];
  for (std::size_t i = 0; i < guarantors_.size(); ++i)
    info.scores[guarantors_[i]->id] = answers[i][static_cast<std::size_t>(FocusFeature::kPart)];
  info.evidence = evidence_for(best, guarantors_.size(), reading, shares);
  return info;
}

}  // namespace mahdar
