#pragma once

#include <string_view>

namespace mahdar {

/// What people call a step of an explanation (ReasonStep::step, MatchReason::step, FilterReason::rule where
/// it is no detector's), in English or Arabic; a step unknown here is its own name.
std::string_view reason_label(std::string_view step, bool english);

/// Whether its letters say more than its label does: those of vowel marks, tatweel and the like do not.
bool shows_letters(std::string_view step);

}  // namespace mahdar
