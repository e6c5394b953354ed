#pragma once

#include <string_view>

namespace mahdar {

/// What people call a step of an explanation (ReasonStep::step, MatchReason::step), in English or Arabic
/// (data/reason_labels.tsv); one unknown is its own name.
std::string_view reason_label(std::string_view step, bool english);

/// The same for what told a value of an article (Evidence::rule, FilterReason::rule): "name" means another
/// thing there.
std::string_view rule_label(std::string_view rule, bool english);

/// Whether its letters say more than its label does: those of vowel marks, tatweel and the like do not.
bool shows_letters(std::string_view step);

}  // namespace mahdar
