#include "analyzers/text/ending_kinds.h"

#include <algorithm>
#include <array>

namespace mahdar {
namespace {

struct EndingPart {
  std::string_view letters;
  ConflationKind kind;
};

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

std::vector<ConflationKind> ending_kinds(std::string_view exact) {
  std::vector<ConflationKind> kinds;
  while (!exact.empty()) {
    const auto part =
        std::ranges::find_if(kParts, [&](const EndingPart& p) { return exact.ends_with(p.letters); });
    if (part == kParts.end()) break;
    kinds.insert(kinds.begin(), part->kind);
    exact.remove_suffix(part->letters.size());
  }
  return kinds;
}

}  // namespace mahdar
