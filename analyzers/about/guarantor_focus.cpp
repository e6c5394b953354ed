#include "analyzers/about/guarantor_focus.h"

#include <algorithm>
#include <numeric>

#include "analyzers/about/actor.h"
#include "analyzers/about/speech_reader.h"
#include "analyzers/about/zone_weight.h"

namespace mahdar {
namespace {

constexpr double kFocusShare = 0.6;      ///< of the guarantors' weight: one state's
constexpr double kGuarantorShare = 0.3;  ///< of all weight: below it others fill the article
constexpr double kLeastWeight = 0.7;
constexpr double kNobodyConfidence = 0.9;  ///< no guarantor speaks or acts at all

GuarantorInfo nobody() {
  GuarantorInfo info;
  info.confidence = kNobodyConfidence;
  return info;
}

void keep_heaviest(std::vector<Evidence>& evidence) {
  std::stable_sort(evidence.begin(), evidence.end(),
                   [](const Evidence& a, const Evidence& b) { return a.weight > b.weight; });
  if (evidence.size() > kMostEvidence) evidence.resize(kMostEvidence);
}

}  // namespace

GuarantorFocus::GuarantorFocus(const Taxonomy& taxonomy, const Analyzer& analyzer)
    : lexicon_(analyzer), guarantors_(taxonomy.guarantors()) {}

GuarantorInfo GuarantorFocus::judge(const Reading& reading, std::string_view date) const {
  const std::vector<SpeechLexicon::Match> cues = lexicon_.find(reading.tokens);
  const std::vector<Actor> actors = find_actors(reading, guarantors_, cues, date);
  const bool any =
      std::any_of(actors.begin(), actors.end(), [](const Actor& a) { return a.guarantors != 0; });
  if (!any) return nobody();
  SpeechWeights weights = SpeechReader(reading, cues, actors, guarantors_.size()).read();
  const double total = std::accumulate(weights.guarantors.begin(), weights.guarantors.end(), 0.0);
  if (total == 0) return nobody();
  GuarantorInfo info;
  const double part = total / (total + weights.others);
  const bool enough = total >= kLeastWeight && part >= kGuarantorShare;
  if (enough) info.focus = "several";
  double largest = 0;
  for (std::size_t i = 0; i < guarantors_.size(); ++i) {
    const double share = weights.guarantors[i] / total;
    info.scores[guarantors_[i]->id] = share;
    largest = std::max(largest, share);
    if (enough && share >= kFocusShare) info.focus = guarantors_[i]->id;
  }
  if (!enough) {
    info.confidence = 1 - part;
  } else {
    info.confidence = part * (largest >= kFocusShare ? largest : 1.5 - largest);
  }
  info.evidence = std::move(weights.evidence);
  keep_heaviest(info.evidence);
  return info;
}

}  // namespace mahdar
