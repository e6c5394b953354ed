#include "analyzers/text/ending_parts.h"

#include <algorithm>
#include <array>

namespace mahdar {
namespace {

// Longest first.
constexpr std::array kParts{
    EndingPart{"هما", ConflationKind::kPronoun},     EndingPart{"كما", ConflationKind::kPronoun},
    EndingPart{"هم", ConflationKind::kPronoun},      EndingPart{"هن", ConflationKind::kPronoun},
    EndingPart{"ها", ConflationKind::kPronoun},      EndingPart{"نا", ConflationKind::kPronoun},
    EndingPart{"كم", ConflationKind::kPronoun},      EndingPart{"ان", ConflationKind::kDual},
    EndingPart{"ين", ConflationKind::kDualOrPlural}, EndingPart{"ون", ConflationKind::kPlural},
    EndingPart{"ات", ConflationKind::kPlural},       EndingPart{"وا", ConflationKind::kVerbEnding},
    EndingPart{"تم", ConflationKind::kVerbEnding},   EndingPart{"ة", ConflationKind::kFeminine},
    EndingPart{"ت", ConflationKind::kFeminine},      EndingPart{"ه", ConflationKind::kPronoun},
    EndingPart{"ا", ConflationKind::kTanween},       EndingPart{"ي", ConflationKind::kRelation},
    EndingPart{"ى", ConflationKind::kRelation},      EndingPart{"و", ConflationKind::kPlural},
};

}  // namespace

std::vector<EndingPart> ending_parts(std::string_view exact) {
  std::vector<EndingPart> parts;
  while (!exact.empty()) {
    const auto known =
        std::ranges::find_if(kParts, [&](const EndingPart& p) { return exact.ends_with(p.letters); });
    if (known == kParts.end()) break;
    exact.remove_suffix(known->letters.size());
    EndingPart part = *known;
    if (part.kind == ConflationKind::kTanween && exact.ends_with("ت")) part.kind = ConflationKind::kDual;
    parts.insert(parts.begin(), part);
  }
  return parts;
}

}  // namespace mahdar
