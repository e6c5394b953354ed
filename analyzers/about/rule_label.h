#pragma once

#include <string_view>

namespace mahdar {

/// What people call the rule that told a value or left out a part of a text (Evidence::rule, TextCut::rule),
/// in English or Arabic (analyzers/data/rule_labels.tsv); empty for one unknown. Thread-safe.
std::string_view detector_rule_label(std::string_view rule, bool english);

}  // namespace mahdar
