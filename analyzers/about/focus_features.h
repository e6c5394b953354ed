#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/about/actor.h"
#include "analyzers/about/reading.h"
#include "analyzers/about/speech_reader.h"

namespace mahdar {

/// What speaks for one answer to the question which guarantor an article is about. The first group belongs to
/// each guarantor, the second to "several", the third to "none".
enum class FocusFeature : std::uint8_t {
  kSpeaks,
  kActs,
  kSpokenOf,
  kNamed,
  kTitle,
  kPart,    ///< of all the guarantors' weight
  kFirst,   ///< the first who speaks or acts
  kSecond,  ///< the second
  kOpens,   ///< named before the other guarantors

  kTogetherSpeak,
  kTogetherNamed,
  kTogetherTitle,
  kTogetherFirst,
  kTogetherOpen,
  kBalance,   ///< the second guarantor's weight to the first's
  kRunnerUp,  ///< the second guarantor's weight
  kMeet,      ///< people of two guarantors named side by side
  kTwoSpeak,  ///< more than one guarantor speaks or acts
  kSeveral,   ///< always 1

  kOthersSpeak,
  kOthersAct,
  kOthersSpokenOf,
  kOthersFirst,
  kOthersSecond,
  kAbsent,  ///< no guarantor speaks, acts or is spoken of: at most some take part
  kNone,    ///< always 1
};
inline constexpr std::size_t kFocusFeatures = static_cast<std::size_t>(FocusFeature::kNone) + 1;

/// Names in the order of FocusFeature, as in analyzers/data/focus_weights.txt.
inline constexpr std::array<std::string_view, kFocusFeatures> kFocusFeatureNames = {
    "speaks",         "acts",
    "spoken-of",      "named",
    "title",          "part",
    "first",          "second",
    "opens",          "together-speak",
    "together-named", "together-title",
    "together-first", "together-open",
    "balance",        "runner-up",
    "meet",           "two-speak",
    "several",        "others-speak",
    "others-act",     "others-spoken-of",
    "others-first",   "others-second",
    "absent",         "none"};

using FocusValues = std::array<double, kFocusFeatures>;

/// The features of every answer: one for each guarantor, then "several", then "none". Counts are weighted by
/// zone and taken by their logarithm: the fifth mention says less than the first. A pure function.
std::vector<FocusValues> focus_features(const Reading& reading, const std::vector<Actor>& actors,
                                        const std::vector<Share>& shares, std::size_t guarantors);

}  // namespace mahdar
