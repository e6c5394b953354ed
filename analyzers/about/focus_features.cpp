#include "analyzers/about/focus_features.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace mahdar {
namespace {

constexpr std::uint32_t kSideBySide = 12;  ///< words

double zone_factor(Zone zone) {
  switch (zone) {
    case Zone::kTitle:
      return 3;
    case Zone::kLead:
      return 1.5;
    case Zone::kBody:
      return 1;
    case Zone::kBackground:
      return 0.4;
  }
  return 1;
}

/// How much somebody takes part in one way or another.
struct Sum {
  double speaks = 0;
  double acts = 0;
  double spoken_of = 0;
  double named = 0;
  double title = 0;

  void add(Part part, double weight) {
    switch (part) {
      case Part::kSpeaks:
      case Part::kQuoted:
        speaks += weight;
        return;
      case Part::kGoesOn:
        speaks += 0.3 * weight;
        return;
      case Part::kActs:
        acts += weight;
        return;
      case Part::kAttends:
        acts += 0.4 * weight;
        return;
      case Part::kReported:
      case Part::kSpokenOf:
        spoken_of += weight;
        return;
      case Part::kTitleSpeaks:
      case Part::kTitle:
        title += weight;
        return;
      case Part::kNamed:
        named += weight;
        return;
    }
  }
  double total() const { return speaks + 0.5 * acts + 0.5 * spoken_of + 0.4 * named + title; }
  bool silent() const { return speaks + acts + spoken_of + title == 0; }
};

bool takes_floor(Part part) {
  return part == Part::kSpeaks || part == Part::kQuoted || part == Part::kActs || part == Part::kAttends ||
         part == Part::kTitleSpeaks;
}

class Collector {
 public:
  Collector(const Reading& reading, const std::vector<Share>& shares, std::size_t guarantors)
      : states_(guarantors), ordered_(shares) {
    std::stable_sort(ordered_.begin(), ordered_.end(),
                     [](const Share& a, const Share& b) { return a.range.begin < b.range.begin; });
    ZoneWalk zones(reading.zoned);
    for (const Share& share : ordered_) {
      const Zone zone = zones.at(share.range.begin);
      add(share, zone_factor(share.told_before ? Zone::kBackground : zone));
    }
  }

  std::vector<FocusValues> values(double meetings) {
    std::vector<FocusValues> all(states_.size() + 2, FocusValues{});
    std::vector<double> totals;
    totals.reserve(states_.size() + 2);
    for (const Sum& state : states_) totals.push_back(state.total());
    const double sum = std::accumulate(totals.begin(), totals.end(), 0.0);
    for (std::size_t i = 0; i < states_.size(); ++i) fill_state(all[i], i, sum > 0 ? totals[i] / sum : 0);
    std::sort(totals.begin(), totals.end(), std::greater<>());
    totals.resize(std::max<std::size_t>(totals.size(), 2));
    fill_several(all[states_.size()], totals[0], totals[1], meetings);
    fill_none(all.back(), together_.silent() && std::ranges::all_of(states_, &Sum::silent));
    return all;
  }

 private:
  void add(const Share& share, double weight) {
    if (takes_floor(share.part) && turns_ < floor_.size()) floor_[turns_++] = share.guarantors;
    if (share.guarantors == 0) return others_.add(share.part, weight);
    if (opens_ == 0) opens_ = share.guarantors;
    if (std::popcount(share.guarantors) > 1) return together_.add(share.part, weight);
    states_[static_cast<std::size_t>(std::countr_zero(share.guarantors))].add(share.part, weight);
  }

  bool has_floor(std::size_t turn, std::uint32_t guarantors) const {
    return turn < turns_ && floor_[turn] == guarantors;
  }

  static double& at(FocusValues& values, FocusFeature feature) {
    return values[static_cast<std::size_t>(feature)];
  }

  void fill_state(FocusValues& values, std::size_t state, double part) const {
    const Sum& sum = states_[state];
    const std::uint32_t bit = 1u << state;
    at(values, FocusFeature::kSpeaks) = std::log1p(sum.speaks);
    at(values, FocusFeature::kActs) = std::log1p(sum.acts);
    at(values, FocusFeature::kSpokenOf) = std::log1p(sum.spoken_of);
    at(values, FocusFeature::kNamed) = std::log1p(sum.named);
    at(values, FocusFeature::kTitle) = std::log1p(sum.title);
    at(values, FocusFeature::kPart) = part;
    at(values, FocusFeature::kFirst) = has_floor(0, bit);
    at(values, FocusFeature::kSecond) = has_floor(1, bit);
    at(values, FocusFeature::kOpens) = opens_ == bit;
  }

  void fill_several(FocusValues& values, double first, double second, double meetings) const {
    at(values, FocusFeature::kTogetherSpeak) =
        std::log1p(together_.speaks + 0.6 * together_.acts + 0.3 * together_.spoken_of);
    at(values, FocusFeature::kTogetherNamed) = std::log1p(together_.named);
    at(values, FocusFeature::kTogetherTitle) = std::log1p(together_.title);
    at(values, FocusFeature::kTogetherFirst) = turns_ > 0 && std::popcount(floor_.front()) > 1;
    at(values, FocusFeature::kTogetherOpen) = std::popcount(opens_) > 1;
    at(values, FocusFeature::kBalance) = first > 0 ? second / first : 0;
    at(values, FocusFeature::kRunnerUp) = std::log1p(second);
    at(values, FocusFeature::kMeet) = std::log1p(meetings);
    at(values, FocusFeature::kTwoSpeak) = std::count_if(states_.begin(), states_.end(), [](const Sum& state) {
                                            return state.speaks + state.acts > 0;
                                          }) > 1;
    at(values, FocusFeature::kSeveral) = 1;
  }

  void fill_none(FocusValues& values, bool absent) const {
    at(values, FocusFeature::kOthersSpeak) = std::log1p(others_.speaks);
    at(values, FocusFeature::kOthersAct) = std::log1p(others_.acts);
    at(values, FocusFeature::kOthersSpokenOf) = std::log1p(others_.spoken_of);
    at(values, FocusFeature::kOthersFirst) = has_floor(0, 0);
    at(values, FocusFeature::kOthersSecond) = has_floor(1, 0);
    at(values, FocusFeature::kAbsent) = absent;
    at(values, FocusFeature::kNone) = 1;
  }

  std::vector<Sum> states_;
  Sum together_;
  Sum others_;
  std::array<std::uint32_t, 2> floor_{};  ///< who speaks and acts, the first two in turn
  std::size_t turns_ = 0;                 ///< of them taken
  std::uint32_t opens_ = 0;               ///< the guarantors named first
  std::vector<Share> ordered_;
};

/// How often people of two guarantors stand side by side in title and lead.
double meetings_in(const Reading& reading, const std::vector<Actor>& actors) {
  double meetings = 0;
  const Actor* last = nullptr;
  for (const Actor& actor : actors) {
    if (!actor.person || actor.guarantors == 0) continue;
    const Zone zone = reading.zoned.zone_at(actor.range.begin);
    if (zone != Zone::kTitle && zone != Zone::kLead) break;
    const bool near = last != nullptr && actor.first_token <= last->end_token + kSideBySide;
    if (std::popcount(actor.guarantors) > 1 || (near && actor.guarantors != last->guarantors)) ++meetings;
    last = &actor;
  }
  return meetings;
}

}  // namespace

std::vector<FocusValues> focus_features(const Reading& reading, const std::vector<Actor>& actors,
                                        const std::vector<Share>& shares, std::size_t guarantors) {
  return Collector(reading, shares, guarantors).values(meetings_in(reading, actors));
}

}  // namespace mahdar
